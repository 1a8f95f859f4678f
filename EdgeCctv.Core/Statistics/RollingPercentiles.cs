namespace EdgeCctv.Core.Statistics;

/// <summary>Percentiles of the durations of the last minute. Not thread-safe; its owner locks.</summary>
public sealed class RollingPercentiles
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    // Bound: one minute of ten screens at 30 frames a second; beyond that the oldest give way.
    private const int Capacity = 18_000;
    private readonly Queue<(TimeSpan At, float Milliseconds)> _values = new();

    /// <param name="at">When, on a scale that only goes forward.</param>
    /// <param name="value">The duration.</param>
    public void Add(TimeSpan at, TimeSpan value)
    {
        Forget(at);
        if (_values.Count == Capacity)
        {
            _values.Dequeue();
        }

        _values.Enqueue((at, (float)value.TotalMilliseconds));
    }

    /// <summary>p50, p95 and the largest, in milliseconds (nearest rank); null when the minute holds nothing.</summary>
    public LatencyPercentiles? Read(TimeSpan at)
    {
        Forget(at);
        if (_values.Count == 0)
        {
            return null;
        }

        var sorted = _values.Select(value => value.Milliseconds).Order().ToArray();
        return new LatencyPercentiles(Rank(sorted, 0.50), Rank(sorted, 0.95), sorted[^1]);
    }

    public void Reset() => _values.Clear();

    private static float Rank(float[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];

    private void Forget(TimeSpan at)
    {
        while (_values.TryPeek(out var oldest) && at - oldest.At > Window)
        {
            _values.Dequeue();
        }
    }
}
