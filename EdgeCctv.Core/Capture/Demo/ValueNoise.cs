using System.Runtime.CompilerServices;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Smooth two-dimensional noise from a table. The table is the same in every scene: the place is always the same place.</summary>
internal static class ValueNoise
{
    private const int Side = 128;
    private static readonly float[] Table = BuildTable();

    /// <summary>A value in [-1, 1] that changes over a distance of about 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float At(float x, float y)
    {
        float floorX = MathF.Floor(x);
        float floorY = MathF.Floor(y);
        float fx = Ease(x - floorX);
        float fy = Ease(y - floorY);
        int left = (int)floorX & (Side - 1);
        int right = (left + 1) & (Side - 1);
        int top = ((int)floorY & (Side - 1)) * Side;
        int bottom = (top + Side) & ((Side * Side) - 1);
        float[] table = Table;
        float upper = table[top + left] + (fx * (table[top + right] - table[top + left]));
        float lower = table[bottom + left] + (fx * (table[bottom + right] - table[bottom + left]));
        return upper + (fy * (lower - upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Ease(float t) => t * t * (3f - (2f * t));

    private static float[] BuildTable()
    {
        float[] table = new float[Side * Side];
        ulong state = 77;
        for (int i = 0; i < table.Length; i++)
        {
            table[i] = SceneHash.Next(ref state, -1f, 1f);
        }

        return table;
    }
}
