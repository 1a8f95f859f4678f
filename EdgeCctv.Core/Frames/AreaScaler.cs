using System.Numerics;

namespace EdgeCctv.Core.Frames;

/// <summary>
/// Shrinks 8-bit planes of one size by averaging: each pixel is the mean of exactly the area that it stands for, parts of pixels
/// counted by their part. One thread at a time; allocates nothing per picture.
/// </summary>
public sealed class AreaScaler
{
    private readonly int _fromWidth;
    private readonly int _toWidth;
    private readonly Reach[] _columns;
    private readonly Reach[] _rows;
    private readonly float[] _sums;
    private readonly float _share;

    /// <exception cref="ArgumentOutOfRangeException">A size is not positive, or larger than what it is made from.</exception>
    public AreaScaler(int fromWidth, int fromHeight, int toWidth, int toHeight)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(toWidth);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(toHeight);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(toWidth, fromWidth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(toHeight, fromHeight);
        (_fromWidth, _toWidth) = (fromWidth, toWidth);
        (_columns, _rows) = (Reaches(fromWidth, toWidth), Reaches(fromHeight, toHeight));
        _sums = new float[fromWidth];
        _share = (float)((double)toWidth * toHeight / ((double)fromWidth * fromHeight));
    }

    /// <param name="from">The plane, top row first.</param>
    /// <param name="stride">Bytes from one row of it to the next.</param>
    /// <param name="to">The small one, rows without padding.</param>
    public void Scale(ReadOnlySpan<byte> from, int stride, Span<byte> to)
    {
        for (var row = 0; row < _rows.Length; row++)
        {
            SumRows(from, stride, _rows[row]);
            SumColumns(to.Slice(row * _toWidth, _toWidth));
        }
    }

    private static Reach[] Reaches(int from, int to)
    {
        var reaches = new Reach[to];
        for (long i = 0; i < to; i++)
        {
            var (first, before) = Math.DivRem(i * from, to);
            var (last, after) = Math.DivRem((i + 1) * from, to);

            // What ends exactly between two pixels takes the one before as a whole.
            reaches[i] = after == 0
                ? new Reach((int)first, (int)last - 1, 1 - ((float)before / to), 1)
                : new Reach((int)first, (int)last, 1 - ((float)before / to), (float)after / to);
        }

        return reaches;
    }

    private static void Add(ReadOnlySpan<byte> row, float weight, Span<float> sums)
    {
        var factor = new Vector<float>(weight);
        var i = 0;
        for (; i <= row.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(row[i..]), out var low, out var high);
            Vector.Widen(low, out Vector<uint> first, out var second);
            Vector.Widen(high, out Vector<uint> third, out var fourth);
            Add(first, factor, sums[i..]);
            Add(second, factor, sums[(i + Vector<uint>.Count)..]);
            Add(third, factor, sums[(i + (2 * Vector<uint>.Count))..]);
            Add(fourth, factor, sums[(i + (3 * Vector<uint>.Count))..]);
        }

        for (; i < row.Length; i++)
        {
            sums[i] += weight * row[i];
        }
    }

    private static void Add(Vector<uint> pixels, Vector<float> factor, Span<float> sums) =>
        (new Vector<float>(sums) + (factor * Vector.ConvertToSingle(Vector.AsVectorInt32(pixels)))).CopyTo(sums);

    private void SumRows(ReadOnlySpan<byte> from, int stride, Reach reach)
    {
        Array.Clear(_sums);
        for (var y = reach.First; y <= reach.Last; y++)
        {
            Add(from.Slice(y * stride, _fromWidth), reach.Weight(y), _sums);
        }
    }

    private void SumColumns(Span<byte> to)
    {
        for (var x = 0; x < to.Length; x++)
        {
            var reach = _columns[x];
            var sum = reach.FirstWeight * _sums[reach.First];
            for (var i = reach.First + 1; i < reach.Last; i++)
            {
                sum += _sums[i];
            }

            sum += reach.Last > reach.First ? reach.LastWeight * _sums[reach.Last] : 0;
            to[x] = (byte)((sum * _share) + 0.5f);
        }
    }

    /// <summary>The pixels in a row or column that one small pixel stands for; those in between count whole.</summary>
    private readonly record struct Reach(int First, int Last, float FirstWeight, float LastWeight)
    {
        public float Weight(int i) => i == First ? FirstWeight : i == Last ? LastWeight : 1;
    }
}
