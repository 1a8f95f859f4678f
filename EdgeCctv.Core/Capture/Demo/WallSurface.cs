using System.Numerics;
using System.Runtime.CompilerServices;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>The front of the building: rendered wall on a dark plinth, two rows of windows, the lit entrance.</summary>
internal static class WallSurface
{
    private const float WindowPitch = 3.1f;
    private const float WindowOffset = 2.75f;

    private static readonly Vector3 Render = new(0.205f, 0.190f, 0.165f);
    private static readonly Vector3 Plinth = new(0.085f, 0.083f, 0.080f);
    private static readonly Vector3 Frame = new(0.33f, 0.33f, 0.33f);
    private static readonly Vector3 Glass = new(0.012f, 0.014f, 0.018f);
    private static readonly Vector3 Lobby = new(0.50f, 0.43f, 0.29f);
    private static readonly Vector3 Office = new(0.30f, 0.25f, 0.15f);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Surface At(float x, float z)
    {
        if (z < YardPlan.DoorHeight + 0.1f && x is > YardPlan.DoorLeft - 0.1f and < YardPlan.DoorRight + 0.1f)
        {
            return Entrance(x, z);
        }

        if (x is > -1.2f and < 3.2f && z is > 2.62f and < 2.85f)
        {
            return new Surface(Frame * 0.55f, Vector3.Zero, 20); // the edge of the canopy
        }

        float column = (x + WindowOffset) / WindowPitch;
        float inPitch = (column - MathF.Floor(column)) * WindowPitch;
        float sill = z > 3.6f ? z - 4.15f : z - 1.15f;
        bool overDoor = z < 3.6f && x is > -2.2f and < 3.4f;
        if (inPitch is > 0.7f and < 2.4f && sill is > -0.08f and < 1.35f && !overDoor)
        {
            return Window(inPitch - 0.7f, sill, (int)MathF.Floor(column), z > 3.6f);
        }

        return Plain(x, z);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Surface Plain(float x, float z)
    {
        float stain = 0.05f * ValueNoise.At(x * 0.8f, z * 0.5f);
        float streak = 0.05f * ValueNoise.At(x * 5f, z * 0.35f);
        float grain = 0.035f * ValueNoise.At(x * 11f, z * 11f);
        if (z < 0.55f)
        {
            return new Surface(Plinth * (1f + stain + grain), Vector3.Zero, 21);
        }

        if (z > YardPlan.BuildingHeight - 0.22f || z is > 3.30f and < 3.42f)
        {
            return new Surface(Render * (0.62f + grain), Vector3.Zero, 22); // eaves and the ledge between the floors
        }

        bool pipe = MathF.Abs(x - 4.75f) < 0.055f;
        float foot = MathF.Min(1f, 0.78f + (0.16f * z));
        return new Surface(Render * ((pipe ? 0.5f : 1f + stain + streak + grain) * foot), Vector3.Zero, pipe ? (byte)23 : (byte)24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Surface Window(float x, float z, int column, bool upper)
    {
        if (z < 0f)
        {
            return new Surface(Frame * 0.8f, Vector3.Zero, 25);
        }

        bool frame = x is < 0.07f or > 1.63f || z is < 0.07f or > 1.28f || MathF.Abs(x - 0.85f) < 0.035f;
        if (frame)
        {
            return new Surface(Frame, Vector3.Zero, 26);
        }

        bool lit = upper ? column == 2 : column == 3;
        if (!lit)
        {
            return new Surface(Glass, new Vector3(0.006f, 0.007f, 0.009f) * (0.6f + z), 27);
        }

        // Half-lowered blinds in the lit room.
        bool blind = z > 0.75f;
        float slat = blind ? 0.8f + (0.12f * MathF.Sin(z * 75f)) : 0.42f + (0.1f * ValueNoise.At(x * 3f, z * 4f));
        return new Surface(Glass, Office * slat, blind ? (byte)28 : (byte)29);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Surface Entrance(float x, float z)
    {
        float inX = x - YardPlan.DoorLeft;
        float width = YardPlan.DoorRight - YardPlan.DoorLeft;
        bool frame = inX < 0f || inX > width || z > YardPlan.DoorHeight || z < 0.12f
            || MathF.Abs(inX - (width / 2f)) < 0.06f || z is > 1.98f and < 2.05f;
        if (frame)
        {
            return new Surface(Frame * 0.45f, Vector3.Zero, 30);
        }

        // The lobby behind the glass: brighter above, a darker floor, a desk in one half.
        float depth = z < 0.5f ? 0.45f : 0.7f + (0.17f * z);
        bool desk = inX > 1.35f && z is > 0.5f and < 1.15f;
        return new Surface(Glass, Lobby * (desk ? 0.3f : depth), desk ? (byte)32 : (byte)31);
    }
}
