using System.IO.Hashing;

namespace EdgeCctv.Core.Frames;

/// <summary>
/// Gives each captured picture its truth: sequence, receipt on both clocks, content hash, and what follows from the pictures before
/// it. One per process, since the sequence is. Thread-safe.
/// </summary>
public sealed class FrameStamper(TimeProvider clock)
{
    private readonly long _origin = clock.GetTimestamp();
    private long _sequence;

    /// <param name="history">Of the session that the picture belongs to.</param>
    /// <param name="jpeg">The complete JPEG; owned by the frame from here on.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="receivedTimestamp">When the backend received it, on the monotonic scale of the clock.</param>
    /// <param name="presented">When the camera says that it took it, on a scale of its own, where it says so.</param>
    /// <param name="statedInterval">The camera's nominal time between pictures, where it states one.</param>
    /// <param name="grey">The picture for analysis, where one was demanded.</param>
    public Frame Stamp(
        FrameHistory history, byte[] jpeg, int width, int height, long receivedTimestamp, TimeSpan? presented, TimeSpan? statedInterval, GreyPicture? grey)
    {
        var hash = XxHash3.HashToUInt64(jpeg);
        var context = history.Add(clock.GetElapsedTime(_origin, receivedTimestamp), presented, statedInterval, hash, grey);
        return new()
        {
            Sequence = Interlocked.Increment(ref _sequence),
            ReceivedTimestamp = receivedTimestamp,
            ReceivedUtc = clock.GetUtcNow() - clock.GetElapsedTime(receivedTimestamp),
            ReadyTimestamp = clock.GetTimestamp(),
            Drift = context.Drift,
            UnchangedFor = context.UnchangedFor,
            Width = width,
            Height = height,
            Jpeg = jpeg,
            ContentHash = hash,
            Interval = context.Interval,
            Grey = grey,
        };
    }
}
