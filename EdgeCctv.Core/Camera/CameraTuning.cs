namespace EdgeCctv.Core.Camera;

/// <summary>What may be set otherwise while the process runs. Immutable.</summary>
/// <param name="Limits">Time limits and schedule.</param>
/// <param name="JpegQuality">1 to 100, where pictures are encoded here.</param>
public sealed record CameraTuning(CameraSettings Limits, int JpegQuality);
