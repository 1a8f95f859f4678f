using System.Numerics;
using System.Runtime.CompilerServices;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>The floor of the yard: asphalt with patches and stains, parking bays on the left, a crossing, and the pavement before the building.</summary>
internal static class GroundSurface
{
    public const float PavementEdge = 17.5f;
    private const float KerbWidth = 0.16f;
    private const float BayWidth = 2.7f;
    private const float BayStart = 7.9f;

    private static readonly Vector3 Asphalt = new(0.100f, 0.101f, 0.104f);
    private static readonly Vector3 Paint = new(0.36f, 0.36f, 0.34f);
    private static readonly Vector3 Concrete = new(0.235f, 0.228f, 0.215f);
    private static readonly Vector3 Iron = new(0.045f, 0.045f, 0.048f);

    /// <param name="x">World x in metres.</param>
    /// <param name="y">World y in metres.</param>
    /// <param name="footprint">Length on the ground that one pixel covers, metres: detail finer than that is left out.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Surface At(float x, float y, float footprint)
    {
        float grain = Grain(x, y, footprint);
        if (x > YardPlan.BuildingLeft - 0.4f && y > PavementEdge)
        {
            return Pavement(x, y, grain, footprint);
        }

        float worn = 0.72f + (0.28f * ValueNoise.At(x * 2.3f, y * 2.3f)) + (0.2f * grain);
        if (IsBayLine(x, y) || IsCrossing(x, y) || IsArrow(x + 4.7f, y - 8.6f))
        {
            return new Surface(Vector3.Lerp(Asphalt, Paint, Math.Clamp(worn, 0.25f, 1f)), Vector3.Zero, 2);
        }

        if (Square(x + 1.9f) + Square(y - 9.6f) < 0.12f)
        {
            return new Surface(Iron * (1f + grain), Vector3.Zero, 3);
        }

        float crack = Crack(x, y, footprint);
        bool patch = x is > 2.2f and < 4.9f && y is > 8.2f and < 12.1f;
        return new Surface(Asphalt * (patch ? 0.62f + (0.4f * grain) : Tar(x, y) + (0.55f * grain) - crack), Vector3.Zero, patch ? (byte)4 : (byte)1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Surface Pavement(float x, float y, float grain, float footprint)
    {
        if (y < PavementEdge + KerbWidth)
        {
            return new Surface(Concrete * (1.3f + (0.3f * grain)), Vector3.Zero, 5);
        }

        float alongX = x / 1.2f;
        float alongY = (y - PavementEdge - KerbWidth) / 0.78f;
        float fromJoint = MathF.Min(Fraction(alongX) * 1.2f, Fraction(alongY) * 0.78f);
        float joint = fromJoint < 0.03f ? 1f - (0.4f * MathF.Min(1f, 0.05f / footprint)) : 1f;
        float slab = 0.07f * ValueNoise.At((MathF.Floor(alongX) * 3.7f) + 0.5f, (MathF.Floor(alongY) * 5.3f) + 0.5f);
        float dirt = 0.10f * ValueNoise.At(x * 0.9f, y * 1.4f);
        return new Surface(Concrete * ((0.95f + slab + dirt + (0.3f * grain)) * joint), Vector3.Zero, 6);
    }

    // Large cloudy differences, darker wheel tracks along the drive, oil where cars stand.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Tar(float x, float y)
    {
        float cloud = 0.98f + (0.20f * ValueNoise.At(x * 0.33f, y * 0.33f)) + (0.14f * ValueNoise.At((x * 1.1f) + 9f, y * 1.1f));
        float track = MathF.Min(MathF.Abs(x + 6.6f), MathF.Abs(x + 8.2f));
        cloud -= 0.12f * MathF.Max(0f, 1f - (track * 2.5f));
        float bay = (((y - BayStart) / BayWidth) % 1f) - 0.5f;
        float oil = Square((x + 13.2f) * 1.1f) + Square(bay * 3.2f);
        return oil < 1f && y < 24f ? cloud - (0.35f * (1f - oil)) : cloud;
    }

    // Where a slow noise crosses zero runs a thin winding line.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Crack(float x, float y, float footprint)
    {
        float field = MathF.Abs(ValueNoise.At((x * 0.22f) + 40f, (y * 0.22f) + 3f) + (0.10f * ValueNoise.At(x * 2.1f, y * 2.1f)));
        return 0.30f * MathF.Max(0f, 1f - (field * 90f)) * Math.Clamp(0.04f / footprint, 0f, 1f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Grain(float x, float y, float footprint)
    {
        float fine = ValueNoise.At(x * 14f, y * 14f) * Math.Clamp(0.06f / footprint, 0f, 1f);
        return 0.18f * fine;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBayLine(float x, float y)
    {
        return x is > YardPlan.FenceLeft + 0.8f and < -10.6f
            && y is > BayStart - 0.1f and < BayStart + (BayWidth * 6) + 0.1f
            && ((y - BayStart + 0.06f) % BayWidth) < 0.12f;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsCrossing(float x, float y)
    {
        return x is > -0.9f and < 2.9f && y is > 14.0f and < 17.1f && Fraction((x + 0.9f) / 0.95f) < 0.5f;
    }

    // Points to the gate.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsArrow(float x, float y)
    {
        float aside = MathF.Abs(x);
        return (aside < 0.09f && y is > 0f and < 1.9f) || (y is >= 1.9f and < 2.9f && aside < (2.9f - y) * 0.42f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Fraction(float v) => v - MathF.Floor(v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Square(float v) => v * v;
}
