namespace EdgeCctv.Core.Frames;

/// <summary>A small picture for analysis: 8-bit luma, rows without padding, scaled by the capture backend. Immutable once published.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Pixels"><paramref name="Width"/> × <paramref name="Height"/> bytes, top row first, 0 is black.</param>
public sealed record GreyPicture(int Width, int Height, byte[] Pixels);
