using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

/// <summary>A small street with known truth: textured blocks that go from one side to the other, with or without sensor noise.</summary>
internal sealed class StreetPictures(SceneGeometry geometry, int seed = 1)
{
    private const int Side = 14;

    private readonly Random _random = new(seed);

    /// <summary>One picture.</summary>
    /// <param name="blocks">Left edge, upper edge.</param>
    public GreyPicture Of(params ReadOnlySpan<(double X, double Y)> blocks)
    {
        var pixels = new byte[geometry.Width * geometry.Height];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = (i % geometry.Width, i / geometry.Width);
            var brightness = 90 + (20 * Math.Sin(x * 0.9) * Math.Cos(y * 0.7));
            foreach (var (left, top) in blocks)
            {
                var (dx, dy) = (x - left, y - top);
                brightness = dx is >= 0 and < Side && dy is >= 0 and < Side ? 180 + (40 * Math.Sin(dx * 0.5) * Math.Cos(dy * 0.4)) : brightness;
            }

            pixels[i] = (byte)(brightness + (_random.NextDouble() * 2));
        }

        return new GreyPicture(geometry.Width, geometry.Height, pixels);
    }

    /// <summary>An empty street.</summary>
    public IEnumerable<GreyPicture> Empty(int frames) => Enumerable.Range(0, frames).Select(_ => Of());

    /// <summary>Somebody crosses from one side to the other and is gone.</summary>
    public IEnumerable<GreyPicture> Crossing(double speed, double y, bool toTheLeft = false)
    {
        for (double x = -Side; x < geometry.Width; x += speed)
        {
            yield return Of((toTheLeft ? geometry.Width - Side - x : x, y));
        }
    }
}
