namespace EdgeCctv.Web.CommandLine;

/// <summary>How a command ends; the numbers are those of sysexits.h, and of a shell for an interrupted program.</summary>
internal static class ExitCodes
{
    public const int Success = 0;
    public const int Failed = 1;
    public const int Usage = 64;
    public const int BadData = 65;
    public const int NoInput = 66;
    public const int Interrupted = 130;
}
