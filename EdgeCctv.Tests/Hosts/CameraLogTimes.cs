using System.Globalization;

namespace EdgeCctv.Tests.Hosts;

/// <summary>Reads from a process's log when its camera came into a state: <c>2026-11-22 19:36:11.120Z info: … Camera STARTING -> RUNNING: …</c></summary>
internal static class CameraLogTimes
{
    private const string Format = "yyyy-MM-dd HH:mm:ss.fff'Z'";
    private const int TimeLength = 24;

    /// <summary>From the first attempt of the process to its first picture.</summary>
    public static TimeSpan StartToRunning(this ConsoleProcess console) =>
        FirstTime(console, "-> RUNNING") - FirstTime(console, "-> STARTING");

    private static DateTime FirstTime(ConsoleProcess console, string transition)
    {
        var line = console.Process.Output.Split('\n').First(one => one.Contains(transition, StringComparison.Ordinal));
        return DateTime.ParseExact(line[..TimeLength], Format, CultureInfo.InvariantCulture);
    }
}
