namespace EdgeCctv.Web.CommandLine;

/// <summary>Why a command cannot be carried out. The message is one plain line for its user.</summary>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public static CommandException Usage(string message) => new(ExitCodes.Usage, message);

    public static CommandException BadData(string message) => new(ExitCodes.BadData, message);

    public static CommandException NoInput(string message) => new(ExitCodes.NoInput, message);
}
