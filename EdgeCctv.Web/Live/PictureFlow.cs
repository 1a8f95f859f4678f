using EdgeCctv.Core.Frames;

namespace EdgeCctv.Web.Live;

/// <summary>
/// Since when pictures have been published without a gap longer than the freshness limit. Whoever gets pictures cannot have been
/// waiting for longer, however long ago the last one before the gap was. Written by the capture thread, read by any, without a lock.
/// </summary>
public sealed class PictureFlow(Freshness freshness, TimeProvider clock) : IFrameObserver
{
    private const long Never = long.MinValue;

    private long _since = Never;
    private long _last;

    /// <summary>How long they have been coming; null while there are none.</summary>
    public TimeSpan? Duration => Volatile.Read(ref _since) is var since and not Never ? clock.GetElapsedTime(since) : null;

    public void OnPublished(Frame frame)
    {
        var now = clock.GetTimestamp();
        if (_since == Never || clock.GetElapsedTime(_last, now) > freshness.LimitFor(frame))
        {
            Volatile.Write(ref _since, now);
        }

        _last = now;
    }

    public void OnCleared() => Volatile.Write(ref _since, Never);
}
