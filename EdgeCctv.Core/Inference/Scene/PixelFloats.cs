using System.Numerics;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>Pixels as floats, 0 to 255.</summary>
internal static class PixelFloats
{
    public static void Widen(ReadOnlySpan<byte> pixels, Span<float> target)
    {
        var i = 0;
        for (; i <= pixels.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(pixels[i..]), out var low, out var high);
            Put(low, target[i..]);
            Put(high, target[(i + Vector<ushort>.Count)..]);
        }

        for (; i < pixels.Length; i++)
        {
            target[i] = pixels[i];
        }
    }

    private static void Put(Vector<ushort> pixels, Span<float> target)
    {
        Vector.Widen(pixels, out var low, out var high);
        Vector.ConvertToSingle(Vector.AsVectorInt32(low)).CopyTo(target);
        Vector.ConvertToSingle(Vector.AsVectorInt32(high)).CopyTo(target[Vector<float>.Count..]);
    }
}
