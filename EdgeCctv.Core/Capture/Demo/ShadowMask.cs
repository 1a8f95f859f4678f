namespace EdgeCctv.Core.Capture.Demo;

/// <summary>
/// Collects one shadow before it darkens the picture, so that limbs that overlap do not darken it twice. Not thread-safe.
/// </summary>
internal sealed class ShadowMask(int width, int height)
{
    private readonly byte[] _cover = new byte[width * height];
    private PixelBox _used;

    /// <param name="capsule">A limb's shadow, luma pixels.</param>
    /// <param name="soft">Width of the edge.</param>
    public void Add(in Capsule capsule, float soft)
    {
        PixelBox box = capsule.Box(width, height, soft);
        if (box.IsEmpty)
        {
            return;
        }

        _used = _used.Union(box);
        CapsuleField field = new(capsule);
        float sharp = 255f / soft;
        for (int y = box.Top; y < box.Bottom; y++)
        {
            Span<byte> row = _cover.AsSpan((y * width) + box.Left, box.Right - box.Left);
            for (int i = 0; i < row.Length; i++)
            {
                float cover = (field.Inside(box.Left + i + 0.5f, y + 0.5f, out _) * sharp) + 127f;
                row[i] = (byte)MathF.Max(row[i], MathF.Min(cover, 255f));
            }
        }
    }

    /// <summary>Darkens the picture and empties the mask.</summary>
    /// <param name="picture">Where to.</param>
    /// <param name="depth">How much of the light is missing in the middle of the shadow, 0 to 1.</param>
    public void Apply(I420Picture picture, float depth)
    {
        int factor = (int)(depth * 256f);
        for (int y = _used.Top; y < _used.Bottom; y++)
        {
            Span<byte> cover = _cover.AsSpan((y * width) + _used.Left, _used.Right - _used.Left);
            Span<byte> row = picture.Y.Slice((y * width) + _used.Left, cover.Length);
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = (byte)(row[i] - ((Math.Max(row[i] - 16, 0) * cover[i] * factor) >> 16));
            }

            cover.Clear();
        }

        _used = default;
    }
}
