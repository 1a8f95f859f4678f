using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Camera;

/// <summary>
/// Lets the backlog of a stall pass by unseen until the newest picture is reached, and gives up a connection whose pictures stay late.
/// One per session, one thread.
/// </summary>
internal sealed class LatenessGuard
{
    /// <summary>Pictures that are late by no more than this are shown whatever follows them.</summary>
    public static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(0.5);

    /// <summary>Pictures may be too late to be live for this long; then only a new connection helps, or a camera's clock has jumped.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LeastGain = TimeSpan.FromMilliseconds(10);

    private TimeSpan _lastDrift;
    private TimeSpan? _lateSince;

    /// <param name="frame">The next picture of the session.</param>
    /// <param name="at">Its receipt, on a monotonic scale.</param>
    /// <param name="limit">The drift from which a picture cannot be live any more.</param>
    /// <returns>True when a newer one is right behind it, so that nobody should see this one.</returns>
    /// <exception cref="CaptureException">The pictures have been late for too long.</exception>
    public bool IsBacklog(Frame frame, TimeSpan at, TimeSpan limit)
    {
        _lateSince = frame.Drift > limit ? _lateSince ?? at : null;
        if (at - _lateSince > LongestDelay)
        {
            throw new CaptureException(CameraFault.Delayed, $"Pictures have been {frame.Drift.TotalSeconds:0.0} s late for {LongestDelay.TotalSeconds:0} s.");
        }

        // Delivered much faster than taken: the network hands over what it has held up.
        var gain = _lastDrift - frame.Drift;
        _lastDrift = frame.Drift;
        var half = frame.Interval / 2 ?? TimeSpan.Zero;
        return frame.Drift > Tolerated && gain > (half > LeastGain ? half : LeastGain);
    }
}
