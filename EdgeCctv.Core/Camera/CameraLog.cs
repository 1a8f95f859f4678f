using Microsoft.Extensions.Logging;

namespace EdgeCctv.Core.Camera;

/// <summary>Event ids 100 to 199. Transitions are told once; retries with the same cause go to Debug.</summary>
internal static partial class CameraLog
{
    [LoggerMessage(100, LogLevel.Information, "Camera {From} -> {To}: {Source} {Cause}")]
    public static partial void Transition(ILogger logger, string from, string to, string source, string cause);

    [LoggerMessage(101, LogLevel.Warning, "No picture from {Source}: {Cause} ({Detail}); next try at {NextTry:HH:mm:ss} UTC, then as the schedule says")]
    public static partial void AttemptFailed(ILogger logger, string source, string cause, string? detail, DateTimeOffset? nextTry);

    [LoggerMessage(102, LogLevel.Debug, "Attempt {Attempt} for {Source} failed for the same cause; next try at {NextTry:HH:mm:ss} UTC")]
    public static partial void AttemptFailedAgain(ILogger logger, int attempt, string source, DateTimeOffset? nextTry);

    [LoggerMessage(103, LogLevel.Warning, "Opening {Source} took {Milliseconds:0} ms")]
    public static partial void SlowOpen(ILogger logger, string source, double milliseconds);

    [LoggerMessage(104, LogLevel.Error, "The capture broke in a way that no backend has mapped")]
    public static partial void CaptureBroke(ILogger logger, Exception exception);

    [LoggerMessage(105, LogLevel.Error, "The capture of {Source} did not return within {Seconds:0.0} s and is left behind; captures left behind: {Count}")]
    public static partial void CaptureLeftBehind(ILogger logger, string source, double seconds, int count);

    [LoggerMessage(106, LogLevel.Information, "The capture of {Source} that was left behind has returned; captures left behind: {Count}")]
    public static partial void CaptureReturned(ILogger logger, string source, int count);

    [LoggerMessage(107, LogLevel.Information, "Camera released in {Milliseconds:0} ms")]
    public static partial void Released(ILogger logger, double milliseconds);

    [LoggerMessage(108, LogLevel.Critical, "The camera supervisor broke; the camera can no longer be started or stopped. Restart the process")]
    public static partial void SupervisorBroke(ILogger logger, Exception exception);
}
