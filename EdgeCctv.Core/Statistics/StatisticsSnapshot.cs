namespace EdgeCctv.Core.Statistics;

/// <summary>The counters and windows at one moment.</summary>
/// <param name="SessionFrames">Frames since the last start or reset; the original design's <c>frame_count</c>.</param>
/// <param name="TotalFrames">Frames of all sessions of this process.</param>
/// <param name="FpsSamples">Frames in each of the last finished seconds of this session, oldest first, at most 30.</param>
/// <param name="AnalysedFrames">Frames that were analysed since the last start or reset.</param>
/// <param name="AnomaliesLast1k">Anomalies among the last 1 000 analysed frames.</param>
/// <param name="Latency">Receipt to acknowledged paint, plus drift; null when no screen painted in the last minute.</param>
public sealed record StatisticsSnapshot(
    long SessionFrames,
    long TotalFrames,
    IReadOnlyList<int> FpsSamples,
    long AnalysedFrames,
    int AnomaliesLast1k,
    LatencyPercentiles? Latency)
{
    /// <summary>Where that latency went; null when no screen painted in the last minute.</summary>
    public LatencyParts? LatencyParts { get; init; }

    /// <summary>Frames that were analysed in all sessions of this process; never reset.</summary>
    public long TotalAnalysedFrames { get; init; }

    /// <summary>Anomalies in all sessions of this process; never reset.</summary>
    public long TotalAnomalies { get; init; }

    /// <summary>Frames in the last finished second.</summary>
    public double Fps => FpsSamples.Count == 0 ? 0 : FpsSamples[^1];

    /// <summary>Mean of the last 30 one-second samples.</summary>
    public double AvgFps30s => FpsSamples.Count == 0 ? 0 : FpsSamples.Average();
}
