using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;
using Microsoft.Extensions.Logging;

namespace EdgeCctv.Core.Camera;

/// <summary>What every capture session of the process shares.</summary>
internal sealed record CaptureContext(
    ICaptureBackend Backend,
    FrameBroadcaster Frames,
    FrameStamper Stamper,
    ICameraTuning Tuning,
    CaptureSettings CaptureSettings,
    Freshness Freshness,
    CameraLock Lock,
    TimeProvider Clock,
    ILogger Logger)
{
    /// <summary>Opening a camera for longer than this is worth a warning.</summary>
    public static readonly TimeSpan SlowOpen = TimeSpan.FromSeconds(1);
}
