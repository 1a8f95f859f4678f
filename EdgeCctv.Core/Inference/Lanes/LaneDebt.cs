namespace EdgeCctv.Core.Inference.Lanes;

/// <summary>
/// Since when a lane has owed a success: since the first frame after its last one. A camera that repeats its picture, or gives none,
/// asks nothing of it. Written by the capture thread and the lane's, read by any, without a lock.
/// </summary>
internal sealed class LaneDebt(TimeProvider clock)
{
    private const long Nothing = long.MinValue;

    private long _since = Nothing;
    private int _stretch;

    public long? Since => Volatile.Read(ref _since) is var since and not Nothing ? since : null;

    /// <summary>A frame was captured. On the capture thread.</summary>
    /// <param name="stretch">Number of the unbroken stretch that it belongs to: what was owed before is forgotten with it.</param>
    /// <param name="isRepeated">Whether it is one that the lane is not given because the camera repeats itself.</param>
    public void OnFrame(int stretch, bool isRepeated)
    {
        if (isRepeated || stretch != _stretch)
        {
            Settle();
        }

        _stretch = stretch;
        if (!isRepeated)
        {
            Interlocked.CompareExchange(ref _since, clock.GetTimestamp(), Nothing);
        }
    }

    /// <summary>A frame was analysed, or nothing is wanted any more.</summary>
    public void Settle() => Volatile.Write(ref _since, Nothing);
}
