using System.Numerics;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>A hatchback in its own coordinates, metres: x forward, y left, z up.</summary>
internal static class VehicleShape
{
    public const float HalfWidth = 0.88f;
    public const float Front = 2.12f;
    public const float Back = -2.05f;
    public const float WheelRadius = 0.33f;
    public const float WheelX = 1.32f;

    /// <summary>Outline of the body from the side: x and z, convex.</summary>
    public static readonly Vector2[] Body =
    [
        new(-1.95f, 0.24f), new(2.0f, 0.22f), new(Front, 0.42f), new(2.08f, 0.66f), new(1.85f, 0.80f),
        new(0.95f, 0.95f), new(-1.85f, 0.98f), new(Back, 0.85f), new(-2.08f, 0.42f),
    ];

    /// <summary>The corners of the cabin: four below, then the four of the roof, each from front left on, to the back left, back right and front right.</summary>
    public static readonly Vector3[] Cabin =
    [
        new(1.05f, 0.80f, 0.92f), new(-1.90f, 0.80f, 0.96f), new(-1.90f, -0.80f, 0.96f), new(1.05f, -0.80f, 0.92f),
        new(0.22f, 0.60f, 1.45f), new(-1.50f, 0.60f, 1.47f), new(-1.50f, -0.60f, 1.47f), new(0.22f, -0.60f, 1.45f),
    ];
}
