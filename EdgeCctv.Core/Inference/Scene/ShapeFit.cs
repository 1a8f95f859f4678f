namespace EdgeCctv.Core.Inference.Scene;

/// <summary>How active large cells usually are: mean, deviation and inverse covariance of the square roots of their channels, one for all cells.</summary>
internal sealed record ShapeFit(float[] Mean, float[] Deviation, float[] Precision)
{
    private const int Channels = CellMaps.LargeChannels;
    private const double Ridge = 1e-3;
    private const double LeastDeviation = 1e-6;

    // Whoever passes leaves about a thousand samples that are much alike: twenty of them say in which directions things go,
    private const double MirrorSamples = 20_000;

    // and one says something of how the channels go together.
    private const double LooseSamples = 1_000;

    // The channels as they are, and as they would be if things moved to the other side, the other way up or down, or both.
    private static readonly int[][] Mirrors =
    [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [0, 1, 3, 2, 4, 5, 6, 7, 8, 9], [0, 1, 2, 3, 5, 4, 6, 7, 8, 9], [0, 1, 3, 2, 5, 4, 6, 7, 8, 9],
    ];

    /// <summary>The channels of speed (1 to 5) are divided by the perspective, that of squared speed (6) by its square.</summary>
    public static float Scaled(float value, int channel, float perspective) => channel switch
    {
        >= 1 and <= 5 => value / perspective,
        6 => value / (perspective * perspective),
        _ => value,
    };

    public static ShapeFit Of(IReadOnlyList<SampleBlock> blocks, float[] perspective)
    {
        var (sums, products) = (new double[Channels], new double[Channels * Channels]);
        long count = 0;
        Span<float> roots = stackalloc float[Channels];
        foreach (var block in blocks)
        {
            for (var frame = 0; frame < block.Frames; frame++)
            {
                var cells = block.Large.Cells(frame);
                var values = block.Large.Values(frame);
                for (var i = 0; i < cells.Length; i++)
                {
                    Roots(values.Slice(i * Channels, Channels), perspective[cells[i]], roots);
                    Accumulate(roots, sums, products);
                    count++;
                }
            }
        }

        return From(sums, products, Math.Max(count, 1));
    }

    private static void Roots(ReadOnlySpan<Half> values, float perspective, Span<float> roots)
    {
        for (var channel = 0; channel < Channels; channel++)
        {
            roots[channel] = MathF.Sqrt(Math.Max(Scaled((float)values[channel], channel, perspective), 0));
        }
    }

    private static void Accumulate(ReadOnlySpan<float> roots, double[] sums, double[] products)
    {
        for (var i = 0; i < Channels; i++)
        {
            sums[i] += roots[i];
            for (var j = 0; j <= i; j++)
            {
                products[(i * Channels) + j] += roots[i] * roots[j];
            }
        }
    }

    /// <summary>
    /// Whoever walks to the left may as well walk to the right: as long as few things were seen, what was seen counts in all four
    /// mirrored ways too, and the channels count as less dependent on each other than they looked.
    /// </summary>
    private static ShapeFit From(double[] sums, double[] products, long count)
    {
        var mirrored = MirrorSamples / (MirrorSamples + count);
        var loose = LooseSamples / (LooseSamples + count);
        double Blend(Func<int[], double> moment) => ((1 - mirrored) * moment(Mirrors[0])) + (mirrored * Mirrors.Average(moment));
        double First(int i) => Blend(mirror => sums[mirror[i]] / count);
        double Second(int i, int j) => Blend(mirror => products[At(mirror[i], mirror[j])] / count);
        double Covariance(int i, int j) => Second(i, j) - (First(i) * First(j));

        var mean = Each(First);
        var deviation = Each(i => Math.Max(Math.Sqrt(Math.Max(Covariance(i, i), 0)), LeastDeviation));
        var correlation = new double[Channels * Channels];
        for (var i = 0; i < correlation.Length; i++)
        {
            var (row, column) = (i / Channels, i % Channels);
            correlation[i] = row == column ? 1 + Ridge : (1 - loose) * Covariance(row, column) / (deviation[row] * deviation[column]);
        }

        return new ShapeFit(Narrow(mean), Narrow(deviation), Narrow(SymmetricMatrix.Invert(correlation, Channels)));
    }

    // Products are kept below the diagonal only.
    private static int At(int i, int j) => (Math.Max(i, j) * Channels) + Math.Min(i, j);

    private static double[] Each(Func<int, double> value) => [.. Enumerable.Range(0, Channels).Select(value)];

    private static float[] Narrow(double[] values) => [.. values.Select(value => (float)value)];
}
