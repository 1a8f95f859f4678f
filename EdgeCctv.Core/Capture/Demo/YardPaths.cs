using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>The ways people and cars take. Both ends of each lie out of sight, in the dark beyond the gate, or in the entrance.</summary>
internal static class YardPaths
{
    private const float Corner = 0.8f;
    private const float CarCorner = 3.2f;

    private static readonly Vector2 Door = new(1.0f, 19.9f);
    private static readonly Vector2 Gate = new(-8.9f, 37f);
    private static readonly Vector2 PavementRight = new(11.5f, 18.7f);

    /// <summary>Ways along which somebody is in view for more than a quarter of a minute.</summary>
    public static readonly WalkPath[] Long =
    [
        new(Corner, PavementRight, new(2f, 18.5f), new(-3.6f, 18.6f), new(-6.2f, 24f), Gate),
        new(Corner, PavementRight, new(3.4f, 18.2f), new(1.0f, 15.5f), new(-4.5f, 11f), new(-10.5f, 7f)),
        new(Corner, new(-10f, 7f), new(-6.6f, 12f), new(-6.8f, 24f), Gate),
        new(Corner, new(8.5f, 9.2f), new(2.5f, 11.5f), new(-5.4f, 17f), new(-7.2f, 27f), Gate),
        new(Corner, Door, new(0.6f, 18.2f), new(-0.4f, 13.6f), new(-5.0f, 10.4f), new(-10f, 7.4f)),
    ];

    /// <summary>Ways that cross nowhere the cars drive.</summary>
    public static readonly WalkPath[] AwayFromCars =
    [
        new(Corner, PavementRight, new(2f, 18.7f), new(-1.7f, 18.9f), new(-2.2f, 18.5f), new(-1.4f, 18.3f), new(0.9f, 18.5f), Door),
        new(Corner, PavementRight, new(2f, 18.9f), new(-2.6f, 18.8f), new(-3.4f, 18.7f), new(-2.4f, 18.4f), new(3f, 18.3f), new(11.5f, 18.3f)),
    ];

    public static readonly WalkPath[] Short =
    [
        new(Corner, PavementRight, new(3.2f, 18.6f), new(1.2f, 18.6f), Door),
        new(Corner, Door, new(1.2f, 17.6f), new(1.6f, 12.6f), new(5.2f, 8.2f), new(8f, 5.5f)),
        new(Corner, new(8.5f, 10.2f), new(3.6f, 12f), new(1.4f, 15f), new(1.1f, 18f), Door),
    ];

    /// <summary>All of them across the view: somebody who runs straight away from the camera hardly moves in its picture.</summary>
    public static readonly WalkPath[] Running =
    [
        new(Corner, new(9f, 11.4f), new(1f, 12.6f), new(-5f, 10.6f), new(-11f, 7f)),
        new(Corner, Door, new(0.2f, 18f), new(-4.4f, 13.6f), new(-10.5f, 8.6f)),
        new(Corner, new(8.4f, 8.6f), new(1f, 13f), new(-5.6f, 18.4f), new(-7.2f, 27f), Gate),
    ];

    public static readonly WalkPath[] Driving =
    [
        new(CarCorner, new(-10.9f, 43.5f), new(-8.2f, 28f), new(-7.2f, 21f), new(-5.6f, 14.6f), new(0.5f, 12.4f), new(15f, 12.2f)),
        new(CarCorner, new(15f, 12.6f), new(0.5f, 13.2f), new(-6.2f, 15.5f), new(-7.4f, 22f), new(-8.2f, 28f), new(-10.9f, 43.5f)),
        new(CarCorner, new(-10.9f, 43.5f), new(-8.2f, 28f), new(-7.2f, 20f), new(-7.8f, 13f), new(-12.5f, 4.5f), new(-16f, 0f)),
    ];
}
