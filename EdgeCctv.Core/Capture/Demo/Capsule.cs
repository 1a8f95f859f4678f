using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>A limb on the picture: a line with a round end of its own size at either side, in luma pixels.</summary>
internal readonly record struct Capsule(Vector2 From, Vector2 To, float FromRadius, float ToRadius)
{
    public Capsule Scaled(float scale) => new(From * scale, To * scale, FromRadius * scale, ToRadius * scale);

    public PixelBox Box(int width, int height, float soft)
    {
        Vector2 margin = new(MathF.Max(FromRadius, ToRadius) + soft);
        return PixelBox.Around(Vector2.Min(From, To) - margin, Vector2.Max(From, To) + margin, width, height);
    }
}
