using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Inference;

namespace EdgeCctv.Web.CommandLine;

/// <summary>Work without a browser: finds the command that the program's arguments begin with, and carries it out.</summary>
internal static class CommandRunner
{
    /// <summary>What the program calls itself.</summary>
    public const string Program = "edgecctv";

    public static readonly IReadOnlyList<Command> Commands = [SceneLearnCommand.Command, SceneScoreCommand.Command, DetectCommand.Command];

    /// <summary>Whether the arguments are a command; else they are settings of the console: <c>--key=value</c>, <c>key=value</c>, <c>/key=value</c>.</summary>
    public static bool IsCommand(ReadOnlySpan<string> arguments) =>
        arguments is ["--help" or "-h", ..] || (arguments is [var first, ..] && first.Length > 0 && first[0] is not ('-' or '/') && !first.Contains('='));

    /// <summary>Carries it out on the calling thread. Never throws: what goes wrong is one line and an exit code.</summary>
    public static int Run(ReadOnlySpan<string> arguments, CommandContext context)
    {
        try
        {
            return Dispatch(arguments, context);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception failure)
        {
            var (code, words) = Explain(failure);
            context.Error.WriteLine($"{Program}: {words.ReplaceLineEndings(" ")}");
            return code;
        }
    }

    private static int Dispatch(ReadOnlySpan<string> arguments, CommandContext context)
    {
        foreach (var command in Commands)
        {
            var words = command.Words.Split(' ');
            if (arguments.StartsWith(words))
            {
                var options = CommandOptions.Parse(command, arguments[words.Length..]);
                return options.WantsHelp ? Help(command.Help, context) : command.Run(options, context);
            }
        }

        return arguments.ContainsAny("--help", "-h") || arguments is ["help"]
            ? Help(Overview, context)
            : throw CommandException.Usage(
                $"'{string.Join(' ', arguments.ToArray())}' is no command; allowed: {string.Join(", ", Commands.Select(command => command.Words))}, --help.");
    }

    private static string Overview =>
        $"""
        Usage: {Program} [--EdgeCctv:Camera:Source=LOCATOR …]
        Without a command: the console, with settings that override appsettings.json.

        {string.Join("\n\n", Commands.Select(command => $"{Program} {command.Words}\n  {command.Summary} '{Program} {command.Words} --help' tells more."))}

        """;

    private static int Help(string text, CommandContext context)
    {
        context.Output.Write(text);
        return ExitCodes.Success;
    }

    private static (int Code, string Words) Explain(Exception failure) => failure switch
    {
        CommandException known => (known.ExitCode, known.Message),
        CaptureException { Fault: CameraFault.NotFound } missing => (ExitCodes.NoInput, missing.Message),
        CaptureException { Fault: CameraFault.BackendMissing } missing => (ExitCodes.Failed, missing.Message),
        CaptureException or AnalysisException => (ExitCodes.BadData, failure.Message),
        IOException or UnauthorizedAccessException => (ExitCodes.Failed, failure.Message),
        _ => (ExitCodes.Failed, $"{failure.GetType().Name}: {failure.Message}"),
    };
}
