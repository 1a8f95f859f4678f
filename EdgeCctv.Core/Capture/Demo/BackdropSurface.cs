using System.Numerics;
using System.Runtime.CompilerServices;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>What lies beyond the yard: trees against a sky that the town lights from below, and a few far windows and street lamps.</summary>
internal static class BackdropSurface
{
    private static readonly Vector3 Town = new(0.040f, 0.028f, 0.018f);
    private static readonly Vector3 Zenith = new(0.0035f, 0.0045f, 0.0075f);
    private static readonly Vector3 Leaves = new(0.0042f, 0.0050f, 0.0042f);
    private static readonly Vector3 FarLamp = new(0.9f, 0.62f, 0.30f);

    /// <param name="bearing">Direction: world x over world y.</param>
    /// <param name="z">Height in metres at the distance <see cref="YardPlan.FarAway"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Surface At(float bearing, float z)
    {
        float crown = 6.2f + (1.9f * ValueNoise.At(bearing * 7f, 0.5f)) + (0.8f * ValueNoise.At(bearing * 31f, 7.5f)) + (0.3f * ValueNoise.At(bearing * 90f, z));
        Vector3 lamps = Lamps(bearing, z);
        if (z < crown)
        {
            return new Surface(Vector3.Zero, (Leaves * (1f + (0.5f * ValueNoise.At(bearing * 45f, z * 1.6f)))) + lamps, 40);
        }

        float high = MathF.Min(1f, MathF.Max(0f, z - 4f) / 16f);
        return new Surface(Vector3.Zero, Vector3.Lerp(Town, Zenith, MathF.Sqrt(high)), 41);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector3 Lamps(float bearing, float z)
    {
        return FarLamp * (Spot(bearing + 0.62f, z - 3.6f, 0.0016f) + (0.5f * Spot(bearing + 0.775f, z - 3.1f, 0.0012f)) + (0.35f * Spot(bearing + 0.49f, z - 4.2f, 0.0010f)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Spot(float bearing, float z, float size)
    {
        float square = (bearing * bearing) + (z * z * 0.0005f);
        return size * size * 12f / (square + (size * size * 6f));
    }
}
