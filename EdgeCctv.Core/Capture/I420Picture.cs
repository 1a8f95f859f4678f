namespace EdgeCctv.Core.Capture;

/// <summary>
/// A raw picture in planar YUV 4:2:0 (I420): <see cref="Y"/> at full size, then <see cref="U"/> and <see cref="V"/> at half width
/// and half height, 8 bits a sample, BT.601 limited range, rows without padding. One buffer, reused by its owner; not thread-safe.
/// </summary>
public sealed class I420Picture
{
    /// <param name="width">Width in pixels; a multiple of 8, at least 64.</param>
    /// <param name="height">Height in pixels; a multiple of 2, at least 64.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size does not fit the rules above.</exception>
    public I420Picture(int width, int height)
    {
        if (width < 64 || width % 8 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(width), width, "The width must be a multiple of 8, at least 64.");
        }

        if (height < 64 || height % 2 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(height), height, "The height must be a multiple of 2, at least 64.");
        }

        Width = width;
        Height = height;
        // Pinned for its life, so that a native encoder can read it without a copy.
        Data = GC.AllocateArray<byte>(width * height * 3 / 2, pinned: true);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>All three planes, one after the other.</summary>
    public byte[] Data { get; }

    public Span<byte> Y => Data.AsSpan(0, Width * Height);

    public Span<byte> U => Data.AsSpan(Width * Height, Width * Height / 4);

    public Span<byte> V => Data.AsSpan(Width * Height * 5 / 4, Width * Height / 4);
}
