namespace EdgeCctv.Core.Frames;

/// <summary>Measures the time from one picture to the next as the median of the last few, so that one hiccup changes nothing. One thread.</summary>
internal sealed class IntervalMeter
{
    private const int Window = 8;
    private const int Least = 3;

    // Bound: Window spacings, a ring.
    private readonly TimeSpan[] _spacings = new TimeSpan[Window];
    private TimeSpan? _last;
    private bool _lastIsOwnTime;
    private long _count;

    /// <param name="at">When the picture was taken, or received where that is not known; on a monotonic scale.</param>
    /// <param name="isOwnTime">Whether that is the camera's own time; spacings are only taken between times of one scale.</param>
    /// <param name="stated">The camera's nominal time between pictures, where it states one: cameras that are slow at night keep stating it.</param>
    /// <returns>The median spacing; until there are three, the stated one if that is longer; null while nothing is known.</returns>
    public TimeSpan? Add(TimeSpan at, bool isOwnTime, TimeSpan? stated)
    {
        if (_last is { } last && at >= last && isOwnTime == _lastIsOwnTime)
        {
            _spacings[_count++ % Window] = at - last;
        }

        (_last, _lastIsOwnTime) = (at, isOwnTime);
        return _count switch
        {
            0 => stated,
            < Least when stated > Median() => stated,
            _ => Median(),
        };
    }

    private TimeSpan Median()
    {
        Span<TimeSpan> sorted = stackalloc TimeSpan[Window];
        var known = (int)Math.Min(_count, Window);
        _spacings.AsSpan(0, known).CopyTo(sorted);
        sorted = sorted[..known];
        sorted.Sort();
        return sorted[known / 2];
    }
}
