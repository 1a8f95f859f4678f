namespace EdgeCctv.Core.Inference.Scene;

/// <summary>The scale on which the three cues are added up. Immutable.</summary>
internal sealed record CueScale(float[] Median, float[] Spread)
{
    private const float LeastSpread = 1e-6f;

    // Makes the median distance from the median a standard deviation where the distribution is normal.
    private const float Normal = 1.4826f;

    /// <param name="cues">Of held-out frames in which something moves; not none.</param>
    public static CueScale Of(IReadOnlyList<SceneCues> cues)
    {
        var (median, spread) = (new float[3], new float[3]);
        for (var cue = 0; cue < 3; cue++)
        {
            var middle = Quantiles.Median(cues.Select(values => values[cue]));
            median[cue] = middle;
            spread[cue] = Math.Max(Normal * Quantiles.Median(cues.Select(values => Math.Abs(values[cue] - middle))), LeastSpread);
        }

        return new CueScale(median, spread);
    }

    /// <summary>How far above the usual the cues are together.</summary>
    public float Score(SceneCues cues) => Term(cues.Fast, 0) + Term(cues.Wide, 1) + Term(cues.Odd, 2);

    /// <summary>How far above the usual one cue is.</summary>
    public float Term(float value, int cue) => (value - Median[cue]) / Spread[cue];
}
