using Microsoft.Extensions.Logging;

namespace EdgeCctv.Core.Camera;

/// <summary>Tells the log what became of a signal: each transition once, a repeating failure once per change of its cause.</summary>
internal static class CameraDiary
{
    public static void Write(ILogger logger, CameraStatus before, CameraStatus after, CameraSignalKind signal)
    {
        if (after.State != before.State)
        {
            CameraLog.Transition(logger, before.State.Word(), after.State.Word(), Source(after), after.Cause);
        }

        if (signal == CameraSignalKind.CaptureEnded)
        {
            WriteFailure(logger, before, after);
        }
    }

    private static void WriteFailure(ILogger logger, CameraStatus before, CameraStatus after)
    {
        if (before.Fault == after.Fault)
        {
            CameraLog.AttemptFailedAgain(logger, after.Attempt, Source(after), after.NextTry);
        }
        else
        {
            CameraLog.AttemptFailed(logger, Source(after), after.Cause, after.Detail, after.NextTry);
        }
    }

    private static string Source(CameraStatus status) => status.Source?.Display ?? "";
}
