namespace EdgeCctv.Core.Inference.Scene;

/// <summary>How much faster or slower than perspective says things usually are in each cell: stairs, a bend, the edge of a road.</summary>
internal static class ResidualFit
{
    private const int Radius = 6;
    private const double Sigma = 2;
    private const int MostWeight = 2000;

    // So many samples in the neighbourhood are needed before the residual counts for half.
    private const float Shrinkage = 300;
    private const float Offset = 1e-3f;

    /// <summary>Multiplies the speeds by perspective by what is learnt of each cell.</summary>
    public static void Apply(SpeedSamples samples, float[] speeds, int columns, int rows)
    {
        var overall = samples.UsualOver(speeds);
        var (weights, sums) = (new float[speeds.Length], new float[speeds.Length]);
        for (var cell = 0; cell < speeds.Length; cell++)
        {
            var count = samples.Count(cell);
            if (count >= PerspectiveFit.LeastSamples)
            {
                weights[cell] = Math.Min(count, MostWeight);
                sums[cell] = weights[cell] * MathF.Log(((samples.Usual(cell) / speeds[cell]) + Offset) / (overall + Offset));
            }
        }

        GaussianBlur blur = new(Radius, Sigma, columns, rows);
        var (smoothWeights, smoothSums) = (new float[speeds.Length], new float[speeds.Length]);
        blur.Apply(weights, smoothWeights);
        blur.Apply(sums, smoothSums);
        for (var cell = 0; cell < speeds.Length; cell++)
        {
            speeds[cell] *= MathF.Exp(smoothSums[cell] / (smoothWeights[cell] + Shrinkage));
        }
    }
}
