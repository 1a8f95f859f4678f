namespace EdgeCctv.Core.Camera;

/// <summary>How a command ended.</summary>
public enum CameraReplyKind
{
    /// <summary>What was asked for is so, whether or not anything had to be done.</summary>
    Done,

    /// <summary>Another source is open; nothing was touched.</summary>
    Conflict,

    /// <summary>The attempt failed; the status tells the cause and the next try.</summary>
    Unavailable,
}

/// <summary>The answer to a start or stop: the original design's pair of success and message, and the status at that moment.</summary>
public sealed record CameraReply(CameraReplyKind Kind, string Message, CameraStatus Status)
{
    public bool Success => Kind == CameraReplyKind.Done;
}
