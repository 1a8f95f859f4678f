namespace EdgeCctv.Web.Support;

/// <summary>What was measured in one second; null for what there was nothing to measure of.</summary>
/// <param name="PicturesPerSecond">From the camera, in its last finished second; null while it is off.</param>
/// <param name="LatencyMs">Receipt to paint plus drift, half of the pictures of the last minute were faster; null when no screen painted in it.</param>
/// <param name="AnalysedPerSecond">Of all analysers together; null when there is none.</param>
/// <param name="Processor">Processor time of this process, percent of one core.</param>
/// <param name="MemoryMb">Resident memory of this process, MB.</param>
public readonly record struct MeterSample(float? PicturesPerSecond, float? LatencyMs, float? AnalysedPerSecond, float? Processor, float? MemoryMb);
