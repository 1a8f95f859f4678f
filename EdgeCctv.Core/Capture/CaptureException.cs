namespace EdgeCctv.Core.Capture;

/// <summary>A capture could not be opened or has ended. The message is fit for a screen and a log: it names no secret.</summary>
public sealed class CaptureException(CameraFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public CameraFault Fault { get; } = fault;
}
