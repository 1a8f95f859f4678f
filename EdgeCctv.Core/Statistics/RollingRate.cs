namespace EdgeCctv.Core.Statistics;

/// <summary>Counts events in whole seconds since a beginning, and keeps the last 30 finished seconds. Not thread-safe; its owner locks.</summary>
internal sealed class RollingRate
{
    /// <summary>How many one-second samples are kept.</summary>
    public const int Window = 30;

    // Bound: Window + the second under way.
    private readonly int[] _counts = new int[Window + 1];
    private long _second;

    public void Add(TimeSpan sinceBeginning)
    {
        Advance(sinceBeginning);
        _counts[_second % _counts.Length]++;
    }

    /// <summary>Events in each finished second, oldest first, at most <see cref="Window"/>.</summary>
    public int[] Samples(TimeSpan sinceBeginning)
    {
        Advance(sinceBeginning);
        var known = (int)Math.Min(_second, Window);
        var samples = new int[known];
        for (var i = 0; i < known; i++)
        {
            samples[i] = _counts[(_second - known + i) % _counts.Length];
        }

        return samples;
    }

    public void Reset()
    {
        Array.Clear(_counts);
        _second = 0;
    }

    private void Advance(TimeSpan sinceBeginning)
    {
        var second = (long)sinceBeginning.TotalSeconds;
        for (var steps = Math.Min(second - _second, _counts.Length); steps > 0; steps--)
        {
            _counts[(second - steps + 1) % _counts.Length] = 0;
        }

        _second = Math.Max(_second, second);
    }
}
