namespace EdgeCctv.Core.Capture.Demo;

/// <summary>A colour as the picture stores it: limited range luma, chroma around 128.</summary>
internal readonly record struct YuvColor(float Y, float U, float V);
