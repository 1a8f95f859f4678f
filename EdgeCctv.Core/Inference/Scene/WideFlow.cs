namespace EdgeCctv.Core.Inference.Scene;

/// <summary>Flow in two levels: rough motion from pictures of half the size, then what is left of it. One thread at a time.</summary>
internal sealed class WideFlow
{
    private const float MostRough = 3;
    private const float MostRest = 2;
    private const float Most = 4;

    private readonly int _width;
    private readonly int _height;
    private readonly LucasKanade _fine;
    private readonly LucasKanade _rough;
    private readonly float[] _halfA;
    private readonly float[] _halfB;
    private readonly float[] _halfU;
    private readonly float[] _halfV;
    private readonly float[] _warped;
    private readonly float[] _restU;
    private readonly float[] _restV;

    /// <param name="width">Even.</param>
    /// <param name="height">Even.</param>
    /// <param name="fine">For the full size; shared, since flow is computed one after the other.</param>
    public WideFlow(int width, int height, LucasKanade fine)
    {
        (_width, _height, _fine) = (width, height, fine);
        _rough = new LucasKanade(width / 2, height / 2);
        var (size, half) = (width * height, width / 2 * (height / 2));
        (_halfA, _halfB, _halfU, _halfV) = (new float[half], new float[half], new float[half], new float[half]);
        (_warped, _restU, _restV) = (new float[size], new float[size], new float[size]);
    }

    /// <summary>Writes the flow from <paramref name="a"/> to <paramref name="b"/>, each component at most 4 pixels.</summary>
    public void Flow(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> u, Span<float> v)
    {
        Planes.Halve(a, _width, _height, _halfA);
        Planes.Halve(b, _width, _height, _halfB);
        _rough.Flow(_halfA, _halfB, MostRough, _halfU, _halfV);
        Planes.Double(_halfU, _width / 2, _height / 2, 2, u);
        Planes.Double(_halfV, _width / 2, _height / 2, 2, v);
        Warp(b, u, v);
        _fine.Flow(a, _warped, MostRest, _restU, _restV);
        Add(u, _restU);
        Add(v, _restV);
    }

    private static void Add(Span<float> flow, ReadOnlySpan<float> rest)
    {
        Planes.Add(flow, rest);
        Planes.Clamp(flow, Most);
    }

    /// <summary>The second picture, looked up where the flow says that each pixel went; beyond its borders their pixels go on.</summary>
    private void Warp(ReadOnlySpan<float> picture, ReadOnlySpan<float> u, ReadOnlySpan<float> v)
    {
        for (int y = 0, i = 0; y < _height; y++)
        {
            for (var x = 0; x < _width; x++, i++)
            {
                var px = Math.Clamp(x + u[i], 0, _width - 1);
                var py = Math.Clamp(y + v[i], 0, _height - 1);
                var (left, top) = (Math.Min((int)px, _width - 2), Math.Min((int)py, _height - 2));
                var (fx, fy) = (px - left, py - top);
                var at = (top * _width) + left;
                var upper = picture[at] + (fx * (picture[at + 1] - picture[at]));
                var lower = picture[at + _width] + (fx * (picture[at + _width + 1] - picture[at + _width]));
                _warped[i] = upper + (fy * (lower - upper));
            }
        }
    }
}
