using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Whole pixels of a plane: from <see cref="Left"/> and <see cref="Top"/> to before <see cref="Right"/> and <see cref="Bottom"/>.</summary>
internal readonly record struct PixelBox(int Left, int Top, int Right, int Bottom)
{
    public bool IsEmpty => Left >= Right || Top >= Bottom;

    /// <summary>The pixels of a plane that lie in the given range, clipped to the plane.</summary>
    public static PixelBox Around(Vector2 low, Vector2 high, int width, int height)
    {
        return new PixelBox(
            (int)Math.Clamp(MathF.Floor(low.X), 0f, width),
            (int)Math.Clamp(MathF.Floor(low.Y), 0f, height),
            (int)Math.Clamp(MathF.Ceiling(high.X), 0f, width),
            (int)Math.Clamp(MathF.Ceiling(high.Y), 0f, height));
    }

    public PixelBox Union(PixelBox other)
    {
        return IsEmpty ? other : other.IsEmpty ? this : new PixelBox(
            Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
    }
}
