using System.Numerics;
using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// Dense optical flow of one level: the motion of each pixel's neighbourhood (Gaussian, 15 × 15, σ = 3) from one picture to the next
/// that explains the change of brightness best. Pixels per frame, right and down positive. One thread at a time.
/// </summary>
internal sealed class LucasKanade
{
    private const int Radius = 7;
    private const double Sigma = 3;

    // Where there is no texture the flow goes to zero rather than anywhere.
    private const float Damping = 2;

    private readonly int _width;
    private readonly int _height;
    private readonly GaussianBlur _blur;
    private readonly float[] _mean;
    private readonly float[] _xx;
    private readonly float[] _yy;
    private readonly float[] _xy;
    private readonly float[] _xt;
    private readonly float[] _yt;
    private readonly float[] _product;

    public LucasKanade(int width, int height)
    {
        (_width, _height) = (width, height);
        _blur = new GaussianBlur(Radius, Sigma, width, height);
        var size = width * height;
        (_mean, _xx, _yy) = (new float[size], new float[size], new float[size]);
        (_xy, _xt, _yt, _product) = (new float[size], new float[size], new float[size], new float[size]);
    }

    /// <summary>Writes the flow from <paramref name="a"/> to <paramref name="b"/>, each component at most <paramref name="most"/> in size.</summary>
    public void Flow(ReadOnlySpan<float> a, ReadOnlySpan<float> b, float most, Span<float> u, Span<float> v)
    {
        Products(a, b);
        Smooth(_xx);
        Smooth(_yy);
        Smooth(_xy);
        Smooth(_xt);
        Smooth(_yt);
        Solve(most, u, v);
    }

    private void Smooth(float[] plane)
    {
        plane.CopyTo(_product, 0);
        _blur.Apply(_product, plane);
    }

    private void Products(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Planes.Mean(a, b, _mean);
        for (var y = 0; y < _height; y++)
        {
            var row = y * _width;
            var above = Reflection.Of(y - 1, _height) * _width;
            var below = Reflection.Of(y + 1, _height) * _width;
            ProductRow(a.Slice(row, _width), b.Slice(row, _width), row, above, below);
        }
    }

    private void ProductRow(ReadOnlySpan<float> a, ReadOnlySpan<float> b, int row, int above, int below)
    {
        ref var mean = ref _mean[0];
        // A mirrored border has no slope across it.
        Put(row, 0, (_mean[below] - _mean[above]) / 2, b[0] - a[0]);
        var last = _width - 1;
        Put(row + last, 0, (_mean[below + last] - _mean[above + last]) / 2, b[last] - a[last]);
        for (var x = 1; ; x = Math.Min(x + Vector<float>.Count, last - Vector<float>.Count))
        {
            var at = (nuint)(row + x);
            var right = Vector.LoadUnsafe(ref mean, at + 1) - Vector.LoadUnsafe(ref mean, at - 1);
            var down = Vector.LoadUnsafe(ref mean, (nuint)(below + x)) - Vector.LoadUnsafe(ref mean, (nuint)(above + x));
            var change = new Vector<float>(b[x..]) - new Vector<float>(a[x..]);
            Put(at, right * 0.5f, down * 0.5f, change);
            if (x == last - Vector<float>.Count)
            {
                return;
            }
        }
    }

    private void Put(nuint at, Vector<float> right, Vector<float> down, Vector<float> change)
    {
        (right * right).StoreUnsafe(ref _xx[0], at);
        (down * down).StoreUnsafe(ref _yy[0], at);
        (right * down).StoreUnsafe(ref _xy[0], at);
        (right * change).StoreUnsafe(ref _xt[0], at);
        (down * change).StoreUnsafe(ref _yt[0], at);
    }

    private void Put(int at, float right, float down, float change)
    {
        _xx[at] = right * right;
        _yy[at] = down * down;
        _xy[at] = right * down;
        _xt[at] = right * change;
        _yt[at] = down * change;
    }

    private void Solve(float most, Span<float> u, Span<float> v)
    {
        var limit = new Vector<float>(most);
        ref var toU = ref MemoryMarshal.GetReference(u);
        ref var toV = ref MemoryMarshal.GetReference(v);
        for (var i = 0; ; i = Planes.Next(i, _xx.Length))
        {
            var at = (nuint)i;
            var a = Vector.LoadUnsafe(ref _xx[0], at) + new Vector<float>(Damping);
            var b = Vector.LoadUnsafe(ref _yy[0], at) + new Vector<float>(Damping);
            var c = Vector.LoadUnsafe(ref _xy[0], at);
            var x = Vector.LoadUnsafe(ref _xt[0], at);
            var y = Vector.LoadUnsafe(ref _yt[0], at);
            var scale = -Vector<float>.One / Vector.Max((a * b) - (c * c), Vector<float>.One);
            Vector.Min(Vector.Max(((b * x) - (c * y)) * scale, -limit), limit).StoreUnsafe(ref toU, at);
            Vector.Min(Vector.Max(((a * y) - (c * x)) * scale, -limit), limit).StoreUnsafe(ref toV, at);
            if (Planes.IsLast(i, _xx.Length))
            {
                return;
            }
        }
    }
}
