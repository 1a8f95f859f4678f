using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Fills convex polygons of at most <see cref="ConvexField.MostCorners"/> corners with smooth edges.</summary>
internal static class PolygonBrush
{
    /// <param name="picture">Where to.</param>
    /// <param name="corners">Luma pixels, either way round.</param>
    /// <param name="color">What with, half-way between the highest and the lowest corner.</param>
    /// <param name="fall">Part of the luma above black by which the top is brighter than the middle, and the bottom darker.</param>
    /// <param name="soft">Width of the edge in luma pixels, at least 1.</param>
    /// <param name="opacity">0 to 1.</param>
    public static void Fill(I420Picture picture, ReadOnlySpan<Vector2> corners, YuvColor color, float fall, float soft, float opacity)
    {
        FillPlane(Plane.Luma(picture), corners, color.Y, fall, soft, opacity);
        FillPlane(Plane.ChromaU(picture), corners, color.U, 0f, MathF.Max(1f, soft * 0.5f), opacity);
        FillPlane(Plane.ChromaV(picture), corners, color.V, 0f, MathF.Max(1f, soft * 0.5f), opacity);
    }

    private static void FillPlane(Plane plane, ReadOnlySpan<Vector2> corners, float value, float fall, float soft, float opacity)
    {
        Span<Vector3> edges = stackalloc Vector3[ConvexField.MostCorners];
        ConvexField field = new(corners, plane.Scale, edges);
        PixelBox box = field.Box(plane.Width, plane.Height, soft);
        float slope = fall * (value - 16f) * 2f / MathF.Max(1f, field.High.Y - field.Low.Y);
        float middle = (field.Low.Y + field.High.Y) * 0.5f;
        for (int y = box.Top; y < box.Bottom; y++)
        {
            (int left, int right) = field.Span(y + 0.5f, -0.5f * soft, box);
            (int solidLeft, int solidRight) = field.Span(y + 0.5f, 0.5f * soft, box);
            float here = value - (slope * (y + 0.5f - middle));
            Span<byte> row = plane.Row(y);
            int leftEnd = Math.Min(right, Math.Max(solidLeft, left));
            FillEdge(row, left, leftEnd, field, y + 0.5f, here, soft, opacity);
            FillSolid(row[leftEnd..Math.Max(leftEnd, Math.Min(solidRight, right))], here, opacity);
            FillEdge(row, Math.Max(leftEnd, solidRight), right, field, y + 0.5f, here, soft, opacity);
        }
    }

    private static void FillEdge(Span<byte> row, int left, int right, in ConvexField field, float y, float value, float soft, float opacity)
    {
        for (int x = left; x < right; x++)
        {
            float cover = Math.Clamp((field.Inside(x + 0.5f, y) / soft) + 0.5f, 0f, 1f) * opacity;
            row[x] = (byte)(row[x] + ((value - row[x]) * cover) + 0.5f);
        }
    }

    private static void FillSolid(Span<byte> row, float value, float opacity)
    {
        if (opacity >= 1f)
        {
            row.Fill((byte)(value + 0.5f));
            return;
        }

        foreach (ref byte sample in row)
        {
            sample = (byte)(sample + ((value - sample) * opacity) + 0.5f);
        }
    }
}
