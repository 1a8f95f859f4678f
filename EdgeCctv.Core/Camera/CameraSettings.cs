namespace EdgeCctv.Core.Camera;

/// <summary>The manager's time limits. Immutable.</summary>
/// <param name="StartTimeout">From opening to the first picture; 1 s to 10 s.</param>
/// <param name="StallTime">Without a picture for this long a run counts as lost; for a slow camera three of its own intervals if larger.</param>
public sealed record CameraSettings(TimeSpan StartTimeout, TimeSpan StallTime)
{
    /// <summary>5 s to start, 1.5 s to stall.</summary>
    public static readonly CameraSettings Default = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1.5));

    /// <summary>How often a camera that gives no picture is tried again.</summary>
    public ReconnectPolicy Reconnect { get; init; }

    /// <summary>How long a camera that fell silent after one picture may take for its second one: it may be slow by nature.</summary>
    public static readonly TimeSpan SlowCameraPatience = TimeSpan.FromSeconds(6);

    /// <summary>How long a capture may take to let go before its thread is left behind; so a stop returns within 2 s.</summary>
    public static readonly TimeSpan ReleaseTimeout = TimeSpan.FromSeconds(1.5);
}
