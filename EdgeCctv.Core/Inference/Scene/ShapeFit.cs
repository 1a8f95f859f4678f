namespace EdgeCctv.Core.Inference.Scene;

/// <summary>How active large cells usually are: mean, deviation and inverse covariance of the square roots of their channels, one for all cells.</summary>
internal sealed record ShapeFit(float[] Mean, float[] Deviation, float[] Precision)
{
    private const int Channels = CellMaps.LargeChannels;
    private const double Ridge = 1e-3;
    private const double LeastDeviation = 1e-6;

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

    private static ShapeFit From(double[] sums, double[] products, long count)
    {
        double Covariance(int i, int j) =>
            (products[(Math.Max(i, j) * Channels) + Math.Min(i, j)] / count) - (sums[i] / count * (sums[j] / count));

        var deviation = Enumerable.Range(0, Channels).Select(i => Math.Max(Math.Sqrt(Math.Max(Covariance(i, i), 0)), LeastDeviation)).ToArray();
        var correlation = new double[Channels * Channels];
        for (var i = 0; i < correlation.Length; i++)
        {
            var (row, column) = (i / Channels, i % Channels);
            correlation[i] = (Covariance(row, column) / (deviation[row] * deviation[column])) + (row == column ? Ridge : 0);
        }

        return new ShapeFit(
            [.. sums.Select(sum => (float)(sum / count))],
            [.. deviation.Select(value => (float)value)],
            [.. SymmetricMatrix.Invert(correlation, Channels).Select(value => (float)value)]);
    }
}
