using System.Numerics;
using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>The noise of a sensor at high gain: another one in each picture, from a table that is read at another place in each row. Immutable.</summary>
internal sealed class SensorNoise
{
    private const int TableSize = 1 << 15;
    private const int LongestRow = 1920;
    private const float LumaStrength = 1.6f;
    private const float ChromaStrength = 0.75f;

    private readonly sbyte[] _luma = BuildTable(LumaStrength, 21);
    private readonly sbyte[] _chroma = BuildTable(ChromaStrength, 22);

    /// <param name="picture">Where to.</param>
    /// <param name="frame">Which noise; neighbours have nothing in common.</param>
    public void Add(I420Picture picture, ulong frame)
    {
        AddPlane(picture.Y, picture.Width, _luma, frame);
        AddPlane(picture.U, picture.Width / 2, _chroma, frame + 1);
        AddPlane(picture.V, picture.Width / 2, _chroma, frame + 2);
    }

    private static void AddPlane(Span<byte> plane, int width, sbyte[] table, ulong frame)
    {
        ulong state = frame;
        for (int start = 0; start < plane.Length; start += width)
        {
            int offset = (int)(SceneHash.Next(ref state) * TableSize);
            AddRow(plane.Slice(start, width), table.AsSpan(offset, width));
        }
    }

    private static void AddRow(Span<byte> row, ReadOnlySpan<sbyte> noise)
    {
        ref byte target = ref MemoryMarshal.GetReference(row);
        ref sbyte source = ref MemoryMarshal.GetReference(noise);
        Vector<byte> middle = new(128);
        int i = 0;
        for (; i <= row.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            // Samples move to the signed range for the saturating sum and back.
            Vector<sbyte> signed = (Vector.LoadUnsafe(ref target, (nuint)i) ^ middle).As<byte, sbyte>();
            Vector<sbyte> sum = Vector.AddSaturate(signed, Vector.LoadUnsafe(ref source, (nuint)i));
            (sum.As<sbyte, byte>() ^ middle).StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < row.Length; i++)
        {
            row[i] = (byte)Math.Clamp(row[i] + noise[i], 0, 255);
        }
    }

    // Neighbours are a little alike: the sensor's colour filter and the camera's own smoothing see to that.
    private static sbyte[] BuildTable(float strength, ulong seed)
    {
        sbyte[] table = new sbyte[TableSize + LongestRow];
        ulong state = seed;
        float before = 0f;
        for (int i = 0; i < table.Length; i++)
        {
            float fresh = Bell(ref state);
            table[i] = (sbyte)MathF.Round(strength * ((0.85f * fresh) + (0.5f * before)));
            before = fresh;
        }

        return table;
    }

    // Four uniform draws are close enough to a normal one, of variance 1.
    private static float Bell(ref ulong state)
    {
        float sum = SceneHash.Next(ref state) + SceneHash.Next(ref state) + SceneHash.Next(ref state) + SceneHash.Next(ref state);
        return (sum - 2f) * 1.732f;
    }
}
