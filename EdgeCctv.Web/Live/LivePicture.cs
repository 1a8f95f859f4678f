using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Web.Live;

/// <summary>The one answer to "is there a live picture, and if not, why not", for REST and pages alike. Thread-safe.</summary>
public sealed class LivePicture(CameraLifecycleManager camera, Freshness freshness, TimeProvider clock)
{
    /// <summary>The newest frame if it is fresh, else null.</summary>
    public Frame? Fresh => camera.TryReadFrame(out var frame) && freshness.IsFresh(frame, clock) ? frame : null;

    /// <summary>Why there is no live picture, one sentence.</summary>
    public string WhyNot => IsFrozen ? "The camera repeats one and the same picture." : Why(camera.GetState());

    /// <summary>Whether the camera runs and has been sending one and the same picture for too long.</summary>
    public bool IsFrozen => FrozenFor is not null;

    /// <summary>For how long it has been doing so; null when it has not.</summary>
    public TimeSpan? FrozenFor => camera.TryReadFrame(out var frame) && freshness.IsFrozen(frame) ? frame.UnchangedFor : null;

    private static string Why(CameraStatus status) => status switch
    {
        { State: CameraState.Idle, StoppedBy: { } by } => $"The camera was stopped by {by}.",
        { State: CameraState.Idle } => "The camera is off.",
        { State: CameraState.Stopping } => "The camera is being stopped.",
        { State: CameraState.Starting, Cause: "" } => "The camera is starting.",
        { State: CameraState.Running } => "The newest picture is too old.",
        _ => status.Cause,
    };
}
