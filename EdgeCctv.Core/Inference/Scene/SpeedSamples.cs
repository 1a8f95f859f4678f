namespace EdgeCctv.Core.Inference.Scene;

/// <summary>The speeds of one channel in the active frames of each cell.</summary>
internal sealed class SpeedSamples
{
    /// <summary>The share of samples that are not faster than the usual speed.</summary>
    private const double Share = 0.9;

    private readonly float[] _sorted;
    private readonly int[] _starts;

    private SpeedSamples(float[] sorted, int[] starts) => (_sorted, _starts) = (sorted, starts);

    public int Cells => _starts.Length - 1;

    /// <param name="blocks">What moved.</param>
    /// <param name="cells">Which of its maps.</param>
    /// <param name="channels">Channels of that map.</param>
    /// <param name="channel">The speed's.</param>
    /// <param name="count">Cells of the map.</param>
    public static SpeedSamples Collect(IReadOnlyList<SampleBlock> blocks, Func<SampleBlock, SparseCells> cells, int channels, int channel, int count)
    {
        var starts = new int[count + 1];
        Visit(blocks, cells, channels, channel, (cell, _) => starts[cell + 1]++);
        for (var i = 0; i < count; i++)
        {
            starts[i + 1] += starts[i];
        }

        var (values, next) = (new float[starts[count]], starts[..count]);
        Visit(blocks, cells, channels, channel, (cell, speed) => values[next[cell]++] = speed);
        for (var i = 0; i < count; i++)
        {
            values.AsSpan(starts[i]..starts[i + 1]).Sort();
        }

        return new SpeedSamples(values, starts);
    }

    /// <summary>How many active samples the cell has.</summary>
    public int Count(int cell) => _starts[cell + 1] - _starts[cell];

    /// <summary>The cell's usual speed; it must have samples.</summary>
    public float Usual(int cell) => Quantiles.OfSorted(_sorted.AsSpan(_starts[cell]..(_starts[cell + 1])), Share);

    /// <summary>The usual speed of all samples, each divided by what is given for its cell.</summary>
    public float UsualOver(ReadOnlySpan<float> divisors)
    {
        var ratios = (float[])_sorted.Clone();
        for (var cell = 0; cell < Cells; cell++)
        {
            Planes.Scale(ratios.AsSpan(_starts[cell].._starts[cell + 1]), 1 / divisors[cell]);
        }

        Array.Sort(ratios);
        return ratios.Length == 0 ? 1 : Quantiles.OfSorted(ratios, Share);
    }

    private static void Visit(
        IReadOnlyList<SampleBlock> blocks, Func<SampleBlock, SparseCells> cells, int channels, int channel, Action<int, float> visit)
    {
        foreach (var block in blocks)
        {
            var sparse = cells(block);
            for (var frame = 0; frame < block.Frames; frame++)
            {
                var numbers = sparse.Cells(frame);
                var values = sparse.Values(frame);
                for (var i = 0; i < numbers.Length; i++)
                {
                    if ((float)values[i * channels] > SceneMaps.Active)
                    {
                        visit(numbers[i], (float)values[(i * channels) + channel]);
                    }
                }
            }
        }
    }
}
