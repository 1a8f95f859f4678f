namespace EdgeCctv.Web.Support;

/// <summary>One line of the log, short and on one line; for people.</summary>
/// <param name="Number">Counts every line of the process from 1; never reset.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Level">How grave it is.</param>
/// <param name="Category">Who wrote it, without its namespaces.</param>
/// <param name="Message">What it says, and the first line of its exception; no stack trace.</param>
public sealed record LogLine(long Number, DateTimeOffset At, LogLevel Level, string Category, string Message)
{
    /// <summary>One lower-case word for the level.</summary>
    public string Word => Level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warning",
        LogLevel.Error => "error",
        LogLevel.Critical => "critical",
        _ => throw new ArgumentOutOfRangeException(nameof(Level), Level, "Not the level of a line."),
    };
}
