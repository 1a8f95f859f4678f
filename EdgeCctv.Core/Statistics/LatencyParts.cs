namespace EdgeCctv.Core.Statistics;

/// <summary>
/// Where the latency of the last minute went, over all screens: each part by itself, so that its percentiles need not add up to those
/// of the whole. The parts are those of <see cref="PaintTiming"/>.
/// </summary>
public sealed record LatencyParts(PartPercentiles Drift, PartPercentiles Prepare, PartPercentiles Wait, PartPercentiles Send, PartPercentiles Paint)
{
    /// <summary>In the order in which a picture goes through them, with their names for machines.</summary>
    public IEnumerable<(string Name, PartPercentiles Percentiles)> InOrder() =>
        [("drift", Drift), ("prepare", Prepare), ("wait", Wait), ("send", Send), ("paint", Paint)];

    /// <summary>Null when there are no paintings.</summary>
    internal static LatencyParts? Of(PaintTiming[] paintings) => paintings.Length == 0
        ? null
        : new LatencyParts(
            Part(paintings, one => one.Drift),
            Part(paintings, one => one.Prepare),
            Part(paintings, one => one.Wait),
            Part(paintings, one => one.Send),
            Part(paintings, one => one.Paint));

    private static PartPercentiles Part(PaintTiming[] paintings, Func<PaintTiming, TimeSpan> part)
    {
        var percentiles = RollingPercentiles.Of(Array.ConvertAll(paintings, one => (float)part(one).TotalMilliseconds)).GetValueOrDefault();
        return new PartPercentiles(percentiles.P50, percentiles.P95);
    }
}

/// <summary>Milliseconds that one part of the latency took.</summary>
public readonly record struct PartPercentiles(float P50, float P95);
