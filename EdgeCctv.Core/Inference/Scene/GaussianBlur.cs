using System.Numerics;
using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>A separable Gaussian with reflect-101 borders; its weights add up to 1. One thread at a time; allocates nothing per plane.</summary>
internal sealed class GaussianBlur
{
    private readonly int _width;
    private readonly int _height;
    private readonly float[] _weights;
    private readonly float[] _row;
    private readonly int[] _above;
    private readonly int[] _below;

    /// <param name="radius">Taps on each side of the middle one.</param>
    /// <param name="sigma">In pixels.</param>
    /// <param name="width">Of the planes; larger than <paramref name="radius"/> and not narrower than a vector.</param>
    /// <param name="height">Of the planes; larger than <paramref name="radius"/>.</param>
    public GaussianBlur(int radius, double sigma, int width, int height)
    {
        (_width, _height) = (width, height);
        _weights = Weights(radius, sigma);
        _row = new float[width + (2 * radius)];
        _above = new int[radius + 1];
        _below = new int[radius + 1];
    }

    /// <summary>The weight of the middle tap, then of those to one side of it.</summary>
    public static float[] Weights(int radius, double sigma)
    {
        var half = Enumerable.Range(0, radius + 1).Select(i => Math.Exp(-i * i / (2 * sigma * sigma))).ToArray();
        var sum = (2 * half.Sum()) - half[0];
        return [.. half.Select(weight => (float)(weight / sum))];
    }

    public void Apply(ReadOnlySpan<float> source, Span<float> target)
    {
        var radius = _weights.Length - 1;
        for (var y = 0; y < _height; y++)
        {
            for (var i = 1; i <= radius; i++)
            {
                _above[i] = Reflection.Of(y - i, _height) * _width;
                _below[i] = Reflection.Of(y + i, _height) * _width;
            }

            Down(source, y * _width);
            Reflection.Pad(_row, radius, _width);
            Across(target.Slice(y * _width, _width));
        }
    }

    private void Down(ReadOnlySpan<float> source, int middle)
    {
        var radius = _weights.Length - 1;
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref _row[radius];
        for (var x = 0; ; x = Next(x))
        {
            var sum = Vector.LoadUnsafe(ref from, (nuint)(middle + x)) * _weights[0];
            for (var i = 1; i < _weights.Length; i++)
            {
                var pair = Vector.LoadUnsafe(ref from, (nuint)(_above[i] + x)) + Vector.LoadUnsafe(ref from, (nuint)(_below[i] + x));
                sum = Vector.MultiplyAddEstimate(pair, new Vector<float>(_weights[i]), sum);
            }

            sum.StoreUnsafe(ref to, (nuint)x);
            if (x == _width - Vector<float>.Count)
            {
                return;
            }
        }
    }

    private void Across(Span<float> target)
    {
        var radius = _weights.Length - 1;
        ref var from = ref _row[0];
        ref var to = ref MemoryMarshal.GetReference(target);
        for (var x = 0; ; x = Next(x))
        {
            var sum = Vector.LoadUnsafe(ref from, (nuint)(radius + x)) * _weights[0];
            for (var i = 1; i < _weights.Length; i++)
            {
                var pair = Vector.LoadUnsafe(ref from, (nuint)(radius - i + x)) + Vector.LoadUnsafe(ref from, (nuint)(radius + i + x));
                sum = Vector.MultiplyAddEstimate(pair, new Vector<float>(_weights[i]), sum);
            }

            sum.StoreUnsafe(ref to, (nuint)x);
            if (x == _width - Vector<float>.Count)
            {
                return;
            }
        }
    }

    // The last vector of a row overlaps the one before it, so that no row needs single steps at its end.
    private int Next(int x) => Math.Min(x + Vector<float>.Count, _width - Vector<float>.Count);
}
