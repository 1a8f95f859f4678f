using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

/// <summary>Pictures and models for tests; the same every time.</summary>
internal static class ScenePictures
{
    /// <summary>Smooth texture with some noise; two textured things move over it, one slowly to the right, one faster and upwards.</summary>
    public static GreyPicture Of(SceneGeometry geometry, int frame, int noise = 4)
    {
        var random = new Random(1000 + frame);
        var pixels = new byte[geometry.Width * geometry.Height];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = (i % geometry.Width, i / geometry.Width);
            var value = 110 + (40 * Texture(x, y)) + random.Next(noise);
            var (slowX, fastY) = (10 + (0.8 * frame), geometry.Height - 22 - (2.6 * frame));
            if (x > slowX && x < slowX + 16 && y is > 12 and < 34)
            {
                value = 150 + (70 * Texture(1.7 * (x - slowX), 1.3 * y));
            }
            else if (x > geometry.Width / 2 && x < (geometry.Width / 2) + 20 && y > fastY && y < fastY + 14)
            {
                value = 90 + (60 * Texture(1.5 * x, 2 * (y - fastY)));
            }

            pixels[i] = (byte)Math.Clamp(value, 0, 255);
        }

        return new GreyPicture(geometry.Width, geometry.Height, pixels);
    }

    private static double Texture(double x, double y) => Math.Sin(0.37 * x) * Math.Cos(0.29 * y + (0.11 * x)) + (0.3 * Math.Sin(0.9 * y));

    public static LiteralPlane Plane(this GreyPicture picture) =>
        LiteralPlane.Of(picture.Width, picture.Height, (x, y) => picture.Pixels[(y * picture.Width) + x]);

    public static float[] Floats(this GreyPicture picture) => [.. picture.Pixels.Select(pixel => (float)pixel)];

    /// <summary>A possible model with no two values alike.</summary>
    public static SceneModel Model(SceneGeometry geometry, string name = "day", int seed = 7)
    {
        var random = new Random(seed);
        var (small, large) = (geometry.Small.Columns * geometry.Small.Rows, geometry.Large.Columns * geometry.Large.Rows);
        float[] Values(int count, double least, double most) => [.. Enumerable.Range(0, count).Select(_ => (float)(least + ((most - least) * random.NextDouble())))];
        var roots = Values(100, -0.5, 0.5);
        // A root times itself turned over is never negative, as a real one is.
        var precision = from row in Enumerable.Range(0, 10)
                        from column in Enumerable.Range(0, 10)
                        select Enumerable.Range(0, 10).Sum(k => roots[(row * 10) + k] * roots[(column * 10) + k]) + (row == column ? 0.5f : 0);
        return new SceneModel
        {
            Geometry = geometry,
            Info = new SceneModelInfo(name, "rtsp://10.0.0.5/live", 12.5, new DateTimeOffset(2026, 11, 22, 14, 2, 3, 456, TimeSpan.FromHours(1)), 18_000, TimeSpan.FromMinutes(12.34), 3.21f),
            Speed = Values(small, 0.3, 1.5),
            WideSpeed = Values(small, 0.3, 1.5),
            Perspective = Values(large, 0.5, 1.5),
            Mean = Values(10, 0.2, 1),
            Deviation = Values(10, 0.3, 1),
            Precision = [.. precision],
            Rare = Values(small, 0, 1),
            CueMedian = Values(3, 0.5, 1.5),
            CueSpread = Values(3, 0.2, 0.6),
        };
    }
}
