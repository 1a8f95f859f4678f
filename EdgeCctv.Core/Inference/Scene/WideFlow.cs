namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// Flow from rough to fine: the motion in pictures of half the size (which come from half of theirs), then what is left of it. Each
/// halving doubles how far something may move in one frame and still be followed. One thread at a time.
/// </summary>
internal sealed class WideFlow
{
    /// <summary>How often the pictures of a scene are halved.</summary>
    public const int Halvings = 2;

    /// <summary>The largest component of a scene's flow, in pixels.</summary>
    public const float Most = 8;

    private const float MostRest = 2;

    private readonly int _width;
    private readonly int _height;
    private readonly float _most;
    private readonly LucasKanade _fine;
    private readonly WideFlow? _rough;
    private readonly int _halfWidth;
    private readonly int _halfHeight;
    private readonly float[] _halfA = [];
    private readonly float[] _halfB = [];
    private readonly float[] _halfU = [];
    private readonly float[] _halfV = [];
    private readonly float[] _warped = [];
    private readonly float[] _restU = [];
    private readonly float[] _restV = [];

    /// <param name="width">Of the pictures.</param>
    /// <param name="height">Of the pictures.</param>
    /// <param name="fine">For this size.</param>
    /// <param name="halvings">How many times they are halved.</param>
    /// <param name="most">The largest component of the flow, in pixels.</param>
    public WideFlow(int width, int height, LucasKanade fine, int halvings, float most)
    {
        (_width, _height, _fine, _most) = (width, height, fine, most);
        if (halvings == 0)
        {
            return;
        }

        (_halfWidth, _halfHeight) = (width / 2, height / 2);
        _rough = new WideFlow(_halfWidth, _halfHeight, new LucasKanade(_halfWidth, _halfHeight), halvings - 1, most / 2);
        var (size, half) = (width * height, _halfWidth * _halfHeight);
        (_halfA, _halfB, _halfU, _halfV) = (new float[half], new float[half], new float[half], new float[half]);
        (_warped, _restU, _restV) = (new float[size], new float[size], new float[size]);
    }

    /// <summary>Writes the flow from <paramref name="a"/> to <paramref name="b"/>.</summary>
    public void Flow(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> u, Span<float> v)
    {
        if (_rough is null)
        {
            _fine.Flow(a, b, _most, u, v);
            return;
        }

        Planes.Halve(a, _width, _height, _halfA);
        Planes.Halve(b, _width, _height, _halfB);
        _rough.Flow(_halfA, _halfB, _halfU, _halfV);
        Planes.Double(_halfU, _halfWidth, _halfHeight, 2, u, _width, _height);
        Planes.Double(_halfV, _halfWidth, _halfHeight, 2, v, _width, _height);
        Warp(b, u, v);
        _fine.Flow(a, _warped, MostRest, _restU, _restV);
        Add(u, _restU);
        Add(v, _restV);
    }

    private void Add(Span<float> flow, ReadOnlySpan<float> rest)
    {
        Planes.Add(flow, rest);
        Planes.Clamp(flow, _most);
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
