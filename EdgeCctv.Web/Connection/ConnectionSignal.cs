namespace EdgeCctv.Web.Connection;

/// <summary>What can happen to a screen's connection.</summary>
internal enum ConnectionSignalKind
{
    /// <summary>The page is there; <see cref="ConnectionSignal.IsCameraWanted"/> says whether there is anything to wait for.</summary>
    Opened,

    /// <summary>An operator wants the camera on. Told again as often as the camera's status changes.</summary>
    CameraWanted,

    /// <summary>The camera is off; <see cref="ConnectionSignal.By"/> names who stopped it. Told again as often as the camera's status changes.</summary>
    CameraStopped,

    /// <summary>The browser calls the picture it has painted live.</summary>
    PictureLive,

    /// <summary>The browser has painted a picture, but does not call it live.</summary>
    PicturePainted,

    /// <summary>The browser has no picture any more that it could call live, though the camera is wanted.</summary>
    PictureLost,

    /// <summary>The time of an attempt has passed without a painted picture.</summary>
    AttemptTimedOut,

    /// <summary>The wait between two attempts is over.</summary>
    RetryDue,

    /// <summary>An operator pressed Try Again.</summary>
    TryAgain,

    /// <summary>The browser has lost its circuit.</summary>
    ScreenGone,

    /// <summary>The browser has its circuit again.</summary>
    ScreenBack,
}

/// <summary>One thing that happened, with what is known of it.</summary>
internal readonly record struct ConnectionSignal(ConnectionSignalKind Kind)
{
    /// <summary>With <see cref="ConnectionSignalKind.Opened"/>.</summary>
    public bool IsKiosk { get; init; }

    /// <summary>With <see cref="ConnectionSignalKind.Opened"/>.</summary>
    public bool IsCameraWanted { get; init; }

    /// <summary>With <see cref="ConnectionSignalKind.CameraStopped"/>, and with <see cref="ConnectionSignalKind.Opened"/> for a camera that is off; null when nobody did.</summary>
    public string? By { get; init; }

    /// <summary>With <see cref="ConnectionSignalKind.AttemptTimedOut"/>: −1 to 1, so that many screens do not act at once.</summary>
    public double Jitter { get; init; }
}
