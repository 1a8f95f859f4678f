using System.Numerics;
using System.Runtime.CompilerServices;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Follows one view ray into the empty yard.</summary>
internal static class BackgroundRay
{
    private static readonly Vector3 Wire = new(0.15f, 0.155f, 0.15f);

    /// <summary>The tone-mapped colour that the ray sees, and the material it hits.</summary>
    /// <param name="ray">Direction, one metre deep.</param>
    /// <param name="pixel">Width of a pixel at one metre.</param>
    /// <param name="material">See <see cref="Surface.Material"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector3 Trace(Vector3 ray, float pixel, out byte material)
    {
        Vector3 eye = SceneCamera.Position;
        float toGround = ray.Z < -1e-4f ? -eye.Z / ray.Z : 1e6f;
        float toWall = ray.Y > 1e-4f ? (YardPlan.WallY - eye.Y) / ray.Y : 1e6f;
        Vector3 atWall = eye + (ray * MathF.Min(toWall, 1e4f));
        bool wall = toWall < toGround && atWall.X > YardPlan.BuildingLeft && atWall.Z < YardPlan.BuildingHeight;
        Vector3 light = wall ? Wall(atWall, out material) : Open(eye, ray, toGround, pixel, out material);
        return Tone.Map(Fence(eye, ray, wall ? toWall : toGround, light, ref material));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector3 Wall(Vector3 at, out byte material)
    {
        Surface surface = WallSurface.At(at.X, at.Z);
        material = surface.Material;
        return (surface.Albedo * YardLight.On(at, -Vector3.UnitY)) + surface.Glow;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector3 Open(Vector3 eye, Vector3 ray, float toGround, float pixel, out byte material)
    {
        float run = MathF.Sqrt((ray.X * ray.X) + (ray.Y * ray.Y));
        Surface surface;
        if (toGround * run > YardPlan.FarAway)
        {
            surface = BackdropSurface.At(ray.X / MathF.Max(0.05f, ray.Y), eye.Z + (ray.Z / run * YardPlan.FarAway));
            material = surface.Material;
            return surface.Glow;
        }

        Vector3 at = eye + (ray * toGround);
        surface = GroundSurface.At(at.X, at.Y, toGround * pixel * MathF.Min(8f, -run / ray.Z));
        material = surface.Material;
        return (surface.Albedo * YardLight.On(at, Vector3.UnitZ)) + surface.Glow + Lobby(at);
    }

    // What the lit entrance throws out onto the pavement.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector3 Lobby(Vector3 at)
    {
        float aside = MathF.Max(0f, MathF.Abs(at.X - 1f) - 0.5f);
        float outward = YardPlan.WallY - at.Y;
        float spread = 0.6f + (0.5f * MathF.Abs(outward));
        float share = outward > 0f ? 0.11f * MathF.Exp(-(aside * aside) / (spread * spread)) / (1f + (outward * outward * 0.5f)) : 0f;
        return new Vector3(1f, 0.86f, 0.6f) * share;
    }

    // A wire fence is too fine for single pixels: it is a veil with posts and a rail.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector3 Fence(Vector3 eye, Vector3 ray, float beyond, Vector3 behind, ref byte material)
    {
        float toLeft = ray.X < -1e-4f ? (YardPlan.FenceLeft - eye.X) / ray.X : 1e6f;
        Vector3 left = eye + (ray * MathF.Min(toLeft, 1e4f));
        if (toLeft < beyond && left.Z < YardPlan.FenceHeight && left.Y < YardPlan.FenceBack)
        {
            return Veil(behind, left, left.Y, Vector3.UnitX, ref material);
        }

        float toBack = ray.Y > 1e-4f ? (YardPlan.FenceBack - eye.Y) / ray.Y : 1e6f;
        Vector3 back = eye + (ray * MathF.Min(toBack, 1e4f));
        bool hit = toBack < beyond && back.Z < YardPlan.FenceHeight && back.X is > YardPlan.FenceLeft and < YardPlan.GateLeft;
        return hit ? Veil(behind, back, back.X, -Vector3.UnitY, ref material) : behind;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector3 Veil(Vector3 behind, Vector3 at, float along, Vector3 normal, ref byte material)
    {
        float inPitch = along - (MathF.Floor(along / 2.5f) * 2.5f);
        bool post = inPitch < 0.09f;
        bool rail = at.Z > YardPlan.FenceHeight - 0.07f;
        float cover = post || rail ? 0.9f : 0.30f + (0.06f * ValueNoise.At(along * 6f, at.Z * 6f));
        material = post ? (byte)51 : rail ? (byte)52 : (byte)(material | 64);
        return Vector3.Lerp(behind, Wire * YardLight.On(at, normal), cover);
    }
}
