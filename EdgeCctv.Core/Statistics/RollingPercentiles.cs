namespace EdgeCctv.Core.Statistics;

/// <summary>Percentiles of the durations of the last minute. Not thread-safe; its owner locks.</summary>
public sealed class RollingPercentiles
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly RollingMinute<float> _milliseconds = new();

    /// <param name="at">When, on a scale that only goes forward.</param>
    /// <param name="value">The duration.</param>
    public void Add(TimeSpan at, TimeSpan value) => _milliseconds.Add(at, (float)value.TotalMilliseconds);

    /// <summary>p50, p95 and the largest, in milliseconds (nearest rank); null when the minute holds nothing.</summary>
    public LatencyPercentiles? Read(TimeSpan at) => Of(_milliseconds.Read(at));

    public void Reset() => _milliseconds.Reset();

    /// <summary>The percentiles of <paramref name="milliseconds"/>, which it sorts; null when there are none.</summary>
    internal static LatencyPercentiles? Of(float[] milliseconds)
    {
        if (milliseconds.Length == 0)
        {
            return null;
        }

        Array.Sort(milliseconds);
        return new LatencyPercentiles(Rank(milliseconds, 0.50), Rank(milliseconds, 0.95), milliseconds[^1]);
    }

    private static float Rank(float[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
