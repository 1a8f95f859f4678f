namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Draws limbs: smooth edges, and shaded across as something round.</summary>
internal static class CapsuleBrush
{
    /// <param name="picture">Where to.</param>
    /// <param name="capsule">What, in luma pixels.</param>
    /// <param name="tone">Colours.</param>
    /// <param name="soft">Width of the edge in luma pixels, at least 1.</param>
    /// <param name="opacity">0 to 1.</param>
    public static void Draw(I420Picture picture, in Capsule capsule, in LimbTone tone, float soft, float opacity)
    {
        DrawPlane(Plane.Luma(picture), capsule, soft, opacity, tone.Left, tone.Middle, tone.Right);
        Capsule half = capsule.Scaled(0.5f);
        DrawPlane(Plane.ChromaU(picture), half, MathF.Max(1f, soft * 0.5f), opacity, tone.U, tone.U, tone.U);
        DrawPlane(Plane.ChromaV(picture), half, MathF.Max(1f, soft * 0.5f), opacity, tone.V, tone.V, tone.V);
    }

    private static void DrawPlane(Plane plane, in Capsule capsule, float soft, float opacity, float left, float middle, float right)
    {
        PixelBox box = capsule.Box(plane.Width, plane.Height, soft);
        CapsuleField field = new(capsule);
        float slope = (right - left) * 0.5f;
        float bow = ((left + right) * 0.5f) - middle;
        float sharp = 1f / soft;
        for (int y = box.Top; y < box.Bottom; y++)
        {
            Span<byte> row = plane.Row(y)[box.Left..box.Right];
            for (int i = 0; i < row.Length; i++)
            {
                float inside = field.Inside(box.Left + i + 0.5f, y + 0.5f, out float across);
                float cover = Math.Clamp((inside * sharp) + 0.5f, 0f, 1f) * opacity;
                if (cover > 0f)
                {
                    float value = middle + (across * (slope + (across * bow)));
                    row[i] = (byte)(row[i] + ((value - row[i]) * cover) + 0.5f);
                }
            }
        }
    }
}
