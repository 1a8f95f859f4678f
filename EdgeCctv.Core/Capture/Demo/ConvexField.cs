using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>A convex polygon as a function of the pixel: how deep inside it lies, and which pixels of a row are at least so deep.</summary>
internal readonly ref struct ConvexField
{
    public const int MostCorners = 10;

    // One edge is (normal x, normal y, offset): the distance inside is their dot product with (x, y, 1).
    private readonly ReadOnlySpan<Vector3> _edges;

    /// <param name="corners">Either way round.</param>
    /// <param name="scale">What to multiply them with.</param>
    /// <param name="edges">Room for <see cref="MostCorners"/> edges.</param>
    public ConvexField(ReadOnlySpan<Vector2> corners, float scale, Span<Vector3> edges)
    {
        float turn = Area(corners) < 0f ? -1f : 1f;
        int count = 0;
        Low = new Vector2(float.MaxValue);
        High = new Vector2(float.MinValue);
        for (int i = 0; i < corners.Length; i++)
        {
            Vector2 start = corners[i] * scale;
            Vector2 along = (corners[(i + 1) % corners.Length] * scale) - start;
            Low = Vector2.Min(Low, start);
            High = Vector2.Max(High, start);
            float length = along.Length();
            // Two corners on one spot have no direction.
            if (length > 0.01f)
            {
                Vector2 normal = new Vector2(-along.Y, along.X) * (turn / length);
                edges[count++] = new Vector3(normal, -Vector2.Dot(normal, start));
            }
        }

        _edges = edges[..count];
    }

    public Vector2 Low { get; }

    public Vector2 High { get; }

    public PixelBox Box(int width, int height, float soft)
    {
        Vector2 margin = new(soft);
        return PixelBox.Around(Low - margin, High + margin, width, height);
    }

    /// <summary>Distance from the nearest edge in pixels, positive inside.</summary>
    public float Inside(float x, float y)
    {
        float least = float.MaxValue;
        foreach (ref readonly Vector3 edge in _edges)
        {
            least = MathF.Min(least, (edge.X * x) + (edge.Y * y) + edge.Z);
        }

        return least;
    }

    /// <summary>The pixels of a row that lie at least <paramref name="depth"/> inside: from Left to before Right.</summary>
    public (int Left, int Right) Span(float y, float depth, PixelBox box)
    {
        float left = box.Left + 0.5f;
        float right = box.Right - 0.5f;
        foreach (ref readonly Vector3 edge in _edges)
        {
            float missing = depth - (edge.Y * y) - edge.Z;
            if (edge.X > 1e-4f)
            {
                left = MathF.Max(left, missing / edge.X);
            }
            else if (edge.X < -1e-4f)
            {
                right = MathF.Min(right, missing / edge.X);
            }
            else if (missing > 0f)
            {
                return (box.Left, box.Left);
            }
        }

        int first = (int)MathF.Ceiling(MathF.Min(left - 0.5f, box.Right));
        return (first, Math.Max(first, (int)MathF.Floor(MathF.Max(right - 0.5f, box.Left - 1f)) + 1));
    }

    private static float Area(ReadOnlySpan<Vector2> corners)
    {
        float twice = 0f;
        for (int i = 0; i < corners.Length; i++)
        {
            Vector2 next = corners[(i + 1) % corners.Length];
            twice += (corners[i].X * next.Y) - (next.X * corners[i].Y);
        }

        return twice;
    }
}
