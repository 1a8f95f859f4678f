using Microsoft.Extensions.Logging;

namespace EdgeCctv.Core.Inference;

/// <summary>Event ids 400 to 419. Told once for each change; a lane that stays stalled for the same cause is not repeated.</summary>
internal static partial class InferenceLog
{
    [LoggerMessage(400, LogLevel.Information, "Analysis '{Analyzer}' {From} -> {To}")]
    public static partial void StateChanged(ILogger logger, string analyzer, AnalyzerState from, AnalyzerState to);

    [LoggerMessage(401, LogLevel.Warning, "Analysis '{Analyzer}' stalled: {Cause}")]
    public static partial void Stalled(ILogger logger, string analyzer, string? cause);

    [LoggerMessage(402, LogLevel.Error, "The analysis '{Analyzer}' broke in a way that it does not know of")]
    public static partial void Broke(ILogger logger, Exception exception, string analyzer);

    [LoggerMessage(403, LogLevel.Error, "A thread of the analysis '{Analyzer}' did not return within {Seconds:0.0} s and is left behind; threads left behind: {Count}")]
    public static partial void LeftBehind(ILogger logger, string analyzer, double seconds, int count);

    [LoggerMessage(404, LogLevel.Information, "A thread of the analysis '{Analyzer}' that was left behind has returned; threads left behind: {Count}")]
    public static partial void Returned(ILogger logger, string analyzer, int count);

    [LoggerMessage(405, LogLevel.Warning, "{Remark}")]
    public static partial void Remarked(ILogger logger, string remark);
}
