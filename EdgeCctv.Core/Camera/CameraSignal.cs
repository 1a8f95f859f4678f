using EdgeCctv.Core.Capture;

namespace EdgeCctv.Core.Camera;

/// <summary>What can happen to the camera's life.</summary>
public enum CameraSignalKind
{
    StartRequested,
    StopRequested,

    /// <summary>Another source is wanted in the place of the one that is open; <see cref="CameraSignal.Source"/> names it.</summary>
    SwitchRequested,

    /// <summary>The attempt under way has delivered a picture.</summary>
    FirstFrame,

    /// <summary>The attempt under way has failed, or the run has; the fault says why. The device is released.</summary>
    CaptureEnded,

    /// <summary>The time of <see cref="CameraStatus.NextTry"/> has come.</summary>
    RetryDue,

    /// <summary>The capture that was asked to stop has let go of the device.</summary>
    Released,
}

/// <summary>One thing that happened, with what is known of it.</summary>
public readonly record struct CameraSignal(CameraSignalKind Kind)
{
    /// <summary>With <see cref="CameraSignalKind.StartRequested"/> and <see cref="CameraSignalKind.SwitchRequested"/>.</summary>
    public CameraSource? Source { get; init; }

    /// <summary>With <see cref="CameraSignalKind.StopRequested"/>: who asked.</summary>
    public string? By { get; init; }

    /// <summary>With <see cref="CameraSignalKind.FirstFrame"/>.</summary>
    public StreamFacts? Facts { get; init; }

    /// <summary>With <see cref="CameraSignalKind.CaptureEnded"/>.</summary>
    public CameraFault Fault { get; init; }

    /// <summary>With <see cref="CameraSignalKind.CaptureEnded"/>: the backend's words.</summary>
    public string? Detail { get; init; }

    /// <summary>With <see cref="CameraSignalKind.CaptureEnded"/>: −1 to 1, spreads the retries of many boxes after a power cut.</summary>
    public double Jitter { get; init; }

    /// <summary>With <see cref="CameraSignalKind.CaptureEnded"/>: how often it is tried again.</summary>
    public ReconnectPolicy Reconnect { get; init; }

    /// <summary>With <see cref="CameraSignalKind.CaptureEnded"/> of a run: how long it ran on the monotonic clock, since the wall clock may step.</summary>
    public TimeSpan Ran { get; init; }
}
