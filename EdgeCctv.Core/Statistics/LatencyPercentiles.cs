namespace EdgeCctv.Core.Statistics;

/// <summary>Milliseconds from receipt of a picture to its paint, plus drift, over the last minute and all screens.</summary>
public readonly record struct LatencyPercentiles(float P50, float P95, float Max);
