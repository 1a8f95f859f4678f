using System.IO.Hashing;

namespace EdgeCctv.Core.Frames;

/// <summary>
/// Gives each captured picture its truth: sequence, receipt on both clocks, content hash. One per process, since the sequence is.
/// Thread-safe.
/// </summary>
public sealed class FrameStamper(TimeProvider clock)
{
    private long _sequence;

    /// <param name="jpeg">The complete JPEG; owned by the frame from here on.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="receivedTimestamp">When the backend received it, on the monotonic scale of the clock.</param>
    /// <param name="interval">The camera's own time between pictures, where known.</param>
    /// <param name="grey">The picture for analysis, where one was demanded.</param>
    public Frame Stamp(byte[] jpeg, int width, int height, long receivedTimestamp, TimeSpan? interval, GreyPicture? grey) => new()
    {
        Sequence = Interlocked.Increment(ref _sequence),
        ReceivedTimestamp = receivedTimestamp,
        ReceivedUtc = clock.GetUtcNow() - clock.GetElapsedTime(receivedTimestamp),
        Width = width,
        Height = height,
        Jpeg = jpeg,
        ContentHash = XxHash3.HashToUInt64(jpeg),
        Interval = interval,
        Grey = grey,
    };
}
