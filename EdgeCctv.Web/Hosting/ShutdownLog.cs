using System.Runtime.InteropServices;

namespace EdgeCctv.Web.Hosting;

/// <summary>Event ids 300 to 309.</summary>
internal static partial class ShutdownLog
{
    [LoggerMessage(300, LogLevel.Warning, "Received signal {Signal}, shutting down gracefully...")]
    public static partial void SignalReceived(ILogger logger, PosixSignal signal);

    [LoggerMessage(301, LogLevel.Information, "Starting cleanup...")]
    public static partial void CleanupStarted(ILogger logger);

    [LoggerMessage(302, LogLevel.Information, "Camera released after {Milliseconds:0} ms")]
    public static partial void CameraReleased(ILogger logger, double milliseconds);

    [LoggerMessage(303, LogLevel.Information, "Cleanup complete after {Milliseconds:0} ms")]
    public static partial void CleanupComplete(ILogger logger, double milliseconds);
}
