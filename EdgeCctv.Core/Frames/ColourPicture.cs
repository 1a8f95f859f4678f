namespace EdgeCctv.Core.Frames;

/// <summary>A small colour picture for analysis: 8-bit RGB, rows without padding. Whoever made it says how long it holds.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Pixels"><paramref name="Width"/> × <paramref name="Height"/> × 3 bytes, top row first; red, green, blue.</param>
public sealed record ColourPicture(int Width, int Height, byte[] Pixels);
