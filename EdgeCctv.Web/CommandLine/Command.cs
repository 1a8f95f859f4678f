namespace EdgeCctv.Web.CommandLine;

/// <summary>A command: what it is called, what it takes, and what it does.</summary>
/// <param name="Words">Such as <c>scene learn</c>.</param>
/// <param name="Summary">What it does, in one sentence.</param>
/// <param name="Options">All that it takes, beside <c>--help</c>.</param>
/// <param name="Run">Does it, on the calling thread; returns an exit code.</param>
internal sealed record Command(string Words, string Summary, IReadOnlyList<CommandOption> Options, Func<CommandOptions, CommandContext, int> Run)
{
    /// <summary>What a source may be, for the help of every command that has one.</summary>
    public const string SourceMeaning = "a video file, a folder of pictures (jpg, png, bmp, tif), or a pattern as folder/%03d.jpg";

    public string Usage => $"{CommandRunner.Program} {Words} {string.Join(' ', Options.Select(Synopsis))}";

    public string Help
    {
        get
        {
            var width = Options.Max(option => Left(option).Length);
            var lines = Options.Select(option => $"  {Left(option).PadRight(width)}  {option.Meaning}");
            return string.Join('\n', [$"Usage: {Usage}", "", Summary, "", .. lines, ""]);
        }
    }

    private static string Left(CommandOption option) => $"{option.Name} {option.Value}";

    private static string Synopsis(CommandOption option) => (option.IsRequired, option.IsRepeatable) switch
    {
        (true, false) => Left(option),
        (true, true) => $"{Left(option)} [{Left(option)} …]",
        (false, false) => $"[{Left(option)}]",
        (false, true) => $"[{Left(option)} …]",
    };
}
