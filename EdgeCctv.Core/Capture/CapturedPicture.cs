using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture;

/// <summary>What a capture delivers: a JPEG, when it was received, and the analysis picture if one was asked for.</summary>
/// <param name="Jpeg">Complete JPEG, an array of exactly its size, handed over to the caller.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="ReceivedTimestamp">When the backend received it, before decoding and encoding, on the <see cref="TimeProvider"/>'s monotonic scale.</param>
/// <param name="Interval">The camera's nominal time between pictures, where it states one.</param>
/// <param name="Grey">The analysis picture of the same moment.</param>
public readonly record struct CapturedPicture(
    byte[] Jpeg, int Width, int Height, long ReceivedTimestamp, TimeSpan? Interval, GreyPicture? Grey)
{
    /// <summary>
    /// When the camera says that it took the picture, on a scale of its own that runs as fast as time does; null where it says nothing.
    /// Compared with the receipt, it tells pictures that were held up on the way.
    /// </summary>
    public TimeSpan? PresentationTime { get; init; }
}
