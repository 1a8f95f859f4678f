using System.Numerics;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>What moved from one picture to the next, how fast, where to and how it looks, per cell. One thread at a time; allocates nothing per pair.</summary>
internal sealed class SceneMaps
{
    /// <summary>A cell counts as active where more than this share of it moved.</summary>
    /// <remarks>A little off one tenth: a share is a fraction of small whole numbers, and at a tie every arithmetic rounds its own way.</remarks>
    public const float Active = 0.1001f;

    private const float MostFlow = 2;
    private const int MaskRadius = 4;
    private const double MaskSigma = 2;
    private const float MaskLimit = 5;

    private readonly SceneGeometry _geometry;
    private readonly LucasKanade _flow;
    private readonly WideFlow _wide;
    private readonly GaussianBlur _blur;
    private readonly CellPool _smallPool;
    private readonly CellPool _largePool;
    private readonly float[] _u;
    private readonly float[] _v;
    private readonly float[] _wideU;
    private readonly float[] _wideV;
    private readonly float[] _change;
    private readonly float[] _mask;
    private readonly float[][] _channels;
    private readonly float[] _wideSpeed;

    public SceneMaps(SceneGeometry geometry)
    {
        var (width, height) = (geometry.Width, geometry.Height);
        _geometry = geometry;
        _flow = new LucasKanade(width, height);
        _wide = new WideFlow(width, height, _flow, WideFlow.Halvings, WideFlow.Most);
        _blur = new GaussianBlur(MaskRadius, MaskSigma, width, height);
        _smallPool = new CellPool(width, SceneGeometry.SmallKernel, geometry.Small.Columns, geometry.Small.Rows);
        _largePool = new CellPool(width, SceneGeometry.LargeKernel, geometry.Large.Columns, geometry.Large.Rows);
        var size = width * height;
        (_u, _v, _wideU, _wideV) = (new float[size], new float[size], new float[size], new float[size]);
        (_change, _mask, _wideSpeed) = (new float[size], new float[size], new float[size]);
        _channels = [_mask, .. Enumerable.Range(1, CellMaps.LargeChannels - 1).Select(c => c == 7 ? _change : new float[size])];
    }

    /// <summary>Fills <paramref name="target"/> with the cells of the pair.</summary>
    /// <param name="a">The earlier picture, 0 to 255, row by row.</param>
    /// <param name="b">The later one.</param>
    /// <param name="target">All of it is overwritten.</param>
    public void Compute(ReadOnlySpan<float> a, ReadOnlySpan<float> b, CellMaps target)
    {
        target.MotionShare = Mask(a, b);
        _flow.Flow(a, b, MostFlow, _u, _v);
        _wide.Flow(a, b, _wideU, _wideV);
        FlowChannels();
        EdgeChannels(b);
        _smallPool.Apply(_channels[0], target.SmallChannel(0));
        _smallPool.Apply(_channels[1], target.SmallChannel(1));
        _smallPool.Apply(_wideSpeed, target.SmallChannel(2));
        for (var channel = 0; channel < _channels.Length; channel++)
        {
            _largePool.Apply(_channels[channel], target.LargeChannel(channel));
        }
    }

    private float Mask(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Planes.Change(a, b, _change);
        _blur.Apply(_change, _mask);
        var moved = Vector<float>.Zero;
        var i = 0;
        for (; i <= _mask.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var ones = Vector.ConditionalSelect(
                Vector.GreaterThan(new Vector<float>(_mask, i), new Vector<float>(MaskLimit)), Vector<float>.One, Vector<float>.Zero);
            ones.CopyTo(_mask, i);
            moved += ones;
        }

        var sum = Vector.Sum(moved);
        for (; i < _mask.Length; i++)
        {
            _mask[i] = _mask[i] > MaskLimit ? 1 : 0;
            sum += _mask[i];
        }

        return sum / _mask.Length;
    }

    private void FlowChannels()
    {
        for (var i = 0; ; i = Planes.Next(i, _mask.Length))
        {
            var mask = new Vector<float>(_mask, i);
            var u = new Vector<float>(_u, i) * mask;
            var v = new Vector<float>(_v, i) * mask;
            var squared = (u * u) + (v * v);
            Vector.SquareRoot(squared).CopyTo(_channels[1], i);
            Vector.Max(u, Vector<float>.Zero).CopyTo(_channels[2], i);
            Vector.Max(-u, Vector<float>.Zero).CopyTo(_channels[3], i);
            Vector.Max(v, Vector<float>.Zero).CopyTo(_channels[4], i);
            Vector.Max(-v, Vector<float>.Zero).CopyTo(_channels[5], i);
            squared.CopyTo(_channels[6], i);
            var wideU = new Vector<float>(_wideU, i) * mask;
            var wideV = new Vector<float>(_wideV, i) * mask;
            Vector.SquareRoot((wideU * wideU) + (wideV * wideV)).CopyTo(_wideSpeed, i);
            if (Planes.IsLast(i, _mask.Length))
            {
                return;
            }
        }
    }

    /// <summary>How steep brightness is in both directions (Sobel, a quarter of its usual size) where something moved.</summary>
    private void EdgeChannels(ReadOnlySpan<float> picture)
    {
        var (width, height) = (_geometry.Width, _geometry.Height);
        for (var y = 0; y < height; y++)
        {
            var above = picture.Slice(Reflection.Of(y - 1, height) * width, width);
            var middle = picture.Slice(y * width, width);
            var below = picture.Slice(Reflection.Of(y + 1, height) * width, width);
            EdgeRow(above, middle, below, y * width);
        }
    }

    private void EdgeRow(ReadOnlySpan<float> above, ReadOnlySpan<float> middle, ReadOnlySpan<float> below, int at)
    {
        var last = _geometry.Width - 1;
        PutEdge(at, 0, Across(above, below, 1, 0, 1));
        PutEdge(at + last, 0, Across(above, below, last - 1, last, last - 1));
        for (var x = 1; ; x = Math.Min(x + Vector<float>.Count, last - Vector<float>.Count))
        {
            var (l0, c0, r0) = (new Vector<float>(above[(x - 1)..]), new Vector<float>(above[x..]), new Vector<float>(above[(x + 1)..]));
            var (l1, r1) = (new Vector<float>(middle[(x - 1)..]), new Vector<float>(middle[(x + 1)..]));
            var (l2, c2, r2) = (new Vector<float>(below[(x - 1)..]), new Vector<float>(below[x..]), new Vector<float>(below[(x + 1)..]));
            var mask = new Vector<float>(_mask, at + x) * 0.25f;
            (Vector.Abs(r0 - l0 + (2 * (r1 - l1)) + r2 - l2) * mask).CopyTo(_channels[8], at + x);
            (Vector.Abs(l2 - l0 + (2 * (c2 - c0)) + r2 - r0) * mask).CopyTo(_channels[9], at + x);
            if (x == last - Vector<float>.Count)
            {
                return;
            }
        }
    }

    private static float Across(ReadOnlySpan<float> above, ReadOnlySpan<float> below, int left, int middle, int right) =>
        below[left] - above[left] + (2 * (below[middle] - above[middle])) + below[right] - above[right];

    private void PutEdge(int at, float across, float down)
    {
        _channels[8][at] = Math.Abs(across) * _mask[at] * 0.25f;
        _channels[9][at] = Math.Abs(down) * _mask[at] * 0.25f;
    }
}
