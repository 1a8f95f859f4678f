namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>
/// Measures from one analysed frame to the next, as the median of the last few: at that rate a scene is learnt, and by it is judged whether a
/// model still suits the camera. One thread at a time.
/// </summary>
internal sealed class SceneRate
{
    /// <summary>Spacings that the median goes over.</summary>
    public const int Window = 15;

    /// <summary>By how much the spacing may differ from the learnt one: speeds differ by as much.</summary>
    private const double Tolerance = 0.2;

    // Bound: Window spacings, a ring.
    private readonly double[] _spacings = new double[Window];
    private TimeSpan? _last;
    private TimeSpan? _unsuitedSince;
    private int _count;

    /// <summary>The median spacing; null until there are enough.</summary>
    public TimeSpan? Interval { get; private set; }

    /// <param name="at">When the frame was taken, on a monotonic scale.</param>
    public void Add(TimeSpan at)
    {
        if (_last is { } last && at > last)
        {
            _spacings[_count++ % Window] = (at - last).TotalSeconds;
            Interval = _count >= Window ? Median() : null;
        }

        _last = at;
    }

    /// <summary>Whether frames of <paramref name="interval"/> can be picked out of those that come; true while that is not known.</summary>
    public bool Suits(TimeSpan interval)
    {
        if (Interval is not { } measured)
        {
            return true;
        }

        var ratio = interval / measured;
        return Math.Abs(ratio - Math.Max(1, Math.Round(ratio))) <= Tolerance * ratio;
    }

    /// <summary>Whether they have not suited <paramref name="interval"/> for so long that they never will. Ask for every frame, and for one interval.</summary>
    /// <param name="interval">The learnt one.</param>
    /// <param name="patience">How long is long.</param>
    public bool HasLeft(TimeSpan interval, TimeSpan patience)
    {
        _unsuitedSince = Suits(interval) ? null : _unsuitedSince ?? _last;
        if (_last - _unsuitedSince < patience || _unsuitedSince is null)
        {
            return false;
        }

        _unsuitedSince = null;
        return true;
    }

    /// <summary>Forgets what was measured.</summary>
    public void Reset() => (_last, _unsuitedSince, _count, Interval) = (null, null, 0, null);

    private TimeSpan Median()
    {
        Span<double> sorted = stackalloc double[Window];
        _spacings.CopyTo(sorted);
        sorted.Sort();
        return TimeSpan.FromSeconds(sorted[Window / 2]);
    }
}
