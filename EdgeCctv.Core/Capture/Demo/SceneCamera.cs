using System.Numerics;
using System.Runtime.CompilerServices;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>
/// Where the camera hangs and how its lens draws. The world is in metres: x to the right along the building, y away from the
/// camera towards it, z up. Immutable.
/// </summary>
internal sealed class SceneCamera
{
    private const float YawLeft = 0.27f;
    private const float PitchDown = 0.285f;

    // Division model: the undistorted radius is r / (1 - Barrel r²). A cheap wide lens bends straight lines a little.
    private const float Barrel = 0.10f;
    private const float NearestDepth = 0.3f;

    private static readonly Vector3 Right = new(MathF.Cos(YawLeft), MathF.Sin(YawLeft), 0);
    private static readonly Vector3 Ahead = new(-MathF.Sin(YawLeft), MathF.Cos(YawLeft), 0);
    private static readonly Vector3 Forward = (Ahead * MathF.Cos(PitchDown)) - (Vector3.UnitZ * MathF.Sin(PitchDown));
    private static readonly Vector3 Up = (Ahead * MathF.Sin(PitchDown)) + (Vector3.UnitZ * MathF.Cos(PitchDown));

    private readonly float _perPixel;

    public SceneCamera(int width, int height)
    {
        Width = width;
        Height = height;
        // The second term keeps tall pictures from becoming fish-eye views.
        Focal = 0.80f * MathF.Max(width, height * 4f / 3f);
        _perPixel = 1f / Focal;
    }

    public static Vector3 Position { get; } = new(3f, 0f, 5.4f);

    public int Width { get; }

    public int Height { get; }

    /// <summary>Focal length in pixels.</summary>
    public float Focal { get; }

    public ScreenPoint Project(Vector3 world)
    {
        Vector3 v = world - Position;
        float depth = MathF.Max(NearestDepth, Vector3.Dot(v, Forward));
        float x = Vector3.Dot(v, Right) / depth;
        float y = Vector3.Dot(v, Up) / depth;
        float bend = 2f / (1f + MathF.Sqrt(1f + (4f * Barrel * ((x * x) + (y * y)))));
        return new ScreenPoint(
            new Vector2((Width * 0.5f) + (Focal * x * bend), (Height * 0.5f) - (Focal * y * bend)),
            Focal * bend / depth,
            depth);
    }

    /// <summary>The direction in which a picture position looks, one metre deep.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector3 Ray(float px, float py)
    {
        float x = (px - (Width * 0.5f)) * _perPixel;
        float y = ((Height * 0.5f) - py) * _perPixel;
        float bend = 1f / (1f - (Barrel * ((x * x) + (y * y))));
        return (Right * (x * bend)) + (Up * (y * bend)) + Forward;
    }
}
