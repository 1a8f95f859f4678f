using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Adds the halo that a lens draws around a bright light.</summary>
internal static class GlowBrush
{
    /// <param name="picture">Where to.</param>
    /// <param name="centre">Luma pixels.</param>
    /// <param name="radius">Where the halo has ended, in luma pixels.</param>
    /// <param name="color">What the picture turns to at the centre.</param>
    /// <param name="strength">0 to 1 at the centre.</param>
    public static void Add(I420Picture picture, Vector2 centre, float radius, YuvColor color, float strength)
    {
        AddPlane(Plane.Luma(picture), centre, radius, color.Y, strength);
        AddPlane(Plane.ChromaU(picture), centre, radius, color.U, strength * 0.7f);
        AddPlane(Plane.ChromaV(picture), centre, radius, color.V, strength * 0.7f);
    }

    private static void AddPlane(Plane plane, Vector2 centre, float radius, float value, float strength)
    {
        Vector2 middle = centre * plane.Scale;
        float reach = radius * plane.Scale;
        PixelBox box = PixelBox.Around(middle - new Vector2(reach), middle + new Vector2(reach), plane.Width, plane.Height);
        float perSquare = 1f / (reach * reach);
        for (int y = box.Top; y < box.Bottom; y++)
        {
            Span<byte> row = plane.Row(y)[box.Left..box.Right];
            float dy = y + 0.5f - middle.Y;
            for (int i = 0; i < row.Length; i++)
            {
                float dx = box.Left + i + 0.5f - middle.X;
                float rest = MathF.Max(0f, 1f - (((dx * dx) + (dy * dy)) * perSquare));
                float cover = rest * rest * rest * rest * rest * strength;
                row[i] = (byte)(row[i] + ((value - row[i]) * cover) + 0.5f);
            }
        }
    }
}
