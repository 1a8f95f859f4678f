namespace EdgeCctv.Core.Camera;

/// <summary>Where the camera is in its life.</summary>
public enum CameraState
{
    /// <summary>No camera is open and none is wanted.</summary>
    Idle,

    /// <summary>An attempt to get a first picture is under way, or the next one is due (<see cref="CameraStatus.NextTry"/>).</summary>
    Starting,

    /// <summary>Pictures come.</summary>
    Running,

    /// <summary>The camera is being released.</summary>
    Stopping,

    /// <summary>A person is probably needed; tried again by itself all the same while the camera is wanted.</summary>
    Error,
}

public static class CameraStateWords
{
    /// <summary>The word that machines read: <c>IDLE</c>, <c>STARTING</c>, <c>RUNNING</c>, <c>STOPPING</c>, <c>ERROR</c>.</summary>
    public static string Word(this CameraState state) => state.ToString().ToUpperInvariant();
}
