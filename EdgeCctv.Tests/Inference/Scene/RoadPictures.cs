using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

/// <summary>
/// A road with traffic in both lanes and a verge where nobody ever is, as a fixed camera sees it, with known truth: when somebody
/// creeps along the verge, and what else disturbs the picture. The same seed gives the same pictures.
/// </summary>
internal sealed class RoadPictures(SceneGeometry geometry, int seed = 1)
{
    public const double FramesPerSecond = 10;

    private const int Road = 44;
    private const int Lane = 16;

    private readonly Random _random = new(seed);
    private readonly double[] _ground = Ground(geometry);

    /// <summary>How much brighter or darker the sun makes it all, frame by frame; 1 as usual.</summary>
    public Func<int, double> Light { get; init; } = _ => 1;

    /// <summary>A cloud's soft shadow, or a headlight's soft light: how it changes the brightness at a place.</summary>
    public Func<int, double, double, double> Spot { get; init; } = (_, _, _) => 1;

    /// <summary>By how many whole pixels wind moves the camera aside.</summary>
    public Func<int, int> Shake { get; init; } = _ => 0;

    /// <summary>Standard deviation of the sensor's noise in grey levels.</summary>
    public double Noise { get; init; } = 1.5;

    /// <summary>Where somebody is on the verge, left edge and upper edge, 5 × 13 pixels; null for nobody.</summary>
    public Func<int, (double X, double Y)?> Somebody { get; init; } = _ => null;

    /// <summary>The picture of one frame.</summary>
    public GreyPicture Of(int frame)
    {
        var (width, height) = (geometry.Width, geometry.Height);
        var pixels = new byte[width * height];
        var cars = Cars(frame).ToArray();
        var (light, shake, somebody) = (Light(frame), Shake(frame), Somebody(frame));
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = (i % width, i / width);
            var from = Math.Clamp(x + shake, 0, width - 1);
            var brightness = At(from, y, cars, somebody) * light * Spot(frame, x, y);
            pixels[i] = (byte)Math.Clamp(brightness + (Noise * Normal()), 0, 255);
        }

        return new GreyPicture(width, height, pixels);
    }

    private double At(int x, int y, ReadOnlySpan<Car> cars, (double X, double Y)? somebody)
    {
        if (somebody is { } one && x - one.X is >= 0 and < 5 && y - one.Y is >= 0 and < 13)
        {
            // Head, coat, legs.
            return (y - one.Y) switch { < 3 => 150, < 8 => 55, _ => 35 + (20 * ((x + y) & 1)) };
        }

        foreach (var car in cars)
        {
            var (dx, dy) = (x - car.X, y - car.Y);
            if (dx is >= 0 and < 24 && dy is >= 0 and < 11)
            {
                return dy < 4 && dx is > 5 and < 18 ? 60 : car.Paint + (dx < 2 || dx > 21 ? -30 : 0);
            }
        }

        return _ground[(y * geometry.Width) + x];
    }

    // One car after the other in each lane, every four to nine seconds; each slot's car follows from its number alone.
    private IEnumerable<Car> Cars(int frame)
    {
        for (var lane = 0; lane < 2; lane++)
        {
            for (var slot = (frame / 65) - 2; slot <= frame / 65; slot++)
            {
                var random = new Random(HashCode.Combine(lane, slot, 5));
                var went = (frame - (slot * 65) - random.Next(25)) * (2.2 + (0.9 * random.NextDouble()));
                var x = lane == 0 ? went - 24 : geometry.Width - went;
                if (went > 0 && x > -24 && x < geometry.Width)
                {
                    yield return new Car(x, Road + (lane * Lane) + 2, 120 + random.Next(100));
                }
            }
        }
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    // Rough grass, a smooth road with a line in its middle, and trees behind.
    private static double[] Ground(SceneGeometry geometry)
    {
        var random = new Random(77);
        var rough = Enumerable.Range(0, geometry.Width * geometry.Height).Select(_ => random.NextDouble() - 0.5).ToArray();
        return
        [
            .. rough.Select((grain, i) => (x: i % geometry.Width, y: i / geometry.Width, grain)).Select(at => at.y switch
            {
                < Road - 12 => 70 + (30 * Math.Sin(at.x * 0.35) * Math.Sin(at.y * 0.5)) + (24 * at.grain),
                < Road => 105 + (26 * at.grain),
                < Road + (2 * Lane) => at.y == Road + Lane && at.x % 14 < 7 ? 190 : 84 + (6 * at.grain),
                _ => 98 + (10 * Math.Sin(at.x * 0.12)) + (26 * at.grain),
            }),
        ];
    }

    private readonly record struct Car(double X, double Y, double Paint);
}
