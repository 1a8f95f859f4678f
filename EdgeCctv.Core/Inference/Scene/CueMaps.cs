namespace EdgeCctv.Core.Inference.Scene;

/// <summary>The cues of each cell, by one fit. One thread at a time; allocates nothing per frame.</summary>
internal sealed class CueMaps(SceneFit fit)
{
    private const int Channels = CellMaps.LargeChannels;

    /// <summary>Speed over the usual speed in each small cell.</summary>
    public float[] Fast { get; } = new float[fit.Speed.Length];

    /// <summary>The same by the flow of three levels.</summary>
    public float[] Wide { get; } = new float[fit.WideSpeed.Length];

    /// <summary>How odd each large cell is; 0 where it is not active.</summary>
    public float[] Odd { get; } = new float[fit.Perspective.Length];

    /// <summary>Fills the maps.</summary>
    /// <param name="maps">The mean over the last pairs.</param>
    /// <param name="mask">Which cells count.</param>
    public SceneCues Compute(CellMaps maps, CellMask mask)
    {
        Divide(maps.SmallChannel(1), fit.Speed, mask.Small, Fast);
        Divide(maps.SmallChannel(2), fit.WideSpeed, mask.Small, Wide);
        Span<float> deviations = stackalloc float[Channels];
        for (var cell = 0; cell < Odd.Length; cell++)
        {
            Odd[cell] = maps.Large[cell] > SceneMaps.Active ? mask.Large[cell] * Distance(maps, cell, deviations) : 0;
        }

        return new SceneCues(MeanOfLargest(Fast), MeanOfLargest(Wide), MeanOfLargest(Odd));
    }

    private static void Divide(ReadOnlySpan<float> speeds, ReadOnlySpan<float> usual, ReadOnlySpan<float> mask, Span<float> ratios)
    {
        for (var cell = 0; cell < ratios.Length; cell++)
        {
            ratios[cell] = mask[cell] * speeds[cell] / usual[cell];
        }
    }

    private float Distance(CellMaps maps, int cell, Span<float> z)
    {
        for (var channel = 0; channel < Channels; channel++)
        {
            var value = ShapeFit.Scaled(maps.Large[(channel * Odd.Length) + cell], channel, fit.Perspective[cell]);
            z[channel] = (MathF.Sqrt(Math.Max(value, 0)) - fit.Shape.Mean[channel]) / fit.Shape.Deviation[channel];
        }

        var squared = 0f;
        for (var i = 0; i < Channels; i++)
        {
            var row = 0f;
            for (var j = 0; j < Channels; j++)
            {
                row += fit.Shape.Precision[(i * Channels) + j] * z[j];
            }

            squared += row * z[i];
        }

        return MathF.Sqrt(Math.Max(squared, 0));
    }

    /// <summary>The mean of the four largest values.</summary>
    public static float MeanOfLargest(ReadOnlySpan<float> cells)
    {
        var (a, b, c, d) = (0f, 0f, 0f, 0f);
        foreach (var value in cells)
        {
            if (value > d)
            {
                d = value;
                (c, d) = d > c ? (d, c) : (c, d);
                (b, c) = c > b ? (c, b) : (b, c);
                (a, b) = b > a ? (b, a) : (a, b);
            }
        }

        return (a + b + c + d) / 4;
    }
}
