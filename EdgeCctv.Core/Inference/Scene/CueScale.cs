namespace EdgeCctv.Core.Inference.Scene;

/// <summary>The scale on which the three cues are added up. Immutable.</summary>
internal sealed record CueScale(float[] Median, float[] Spread)
{
    // About a quarter of what scenes have. Where one thing passes again and again in the same way, its cues hardly differ, and what is a
    // little different would be far off.
    private static readonly float[] LeastSpread = [0.05f, 0.05f, 0.3f];

    // Makes the median distance from the median a standard deviation where the distribution is normal.
    private const float Normal = 1.4826f;

    /// <param name="cues">Of held-out frames in which something moves; not none.</param>
    public static CueScale Of(IReadOnlyList<SceneCues> cues)
    {
        var (median, spread) = (new float[3], new float[3]);
        for (var cue = 0; cue < 3; cue++)
        {
            // What moves may be too small or too near the edge for one of them: then it says nothing of what is usual.
            float[] said = [.. cues.Select(values => values[cue]).Where(value => value > 0)];
            var middle = said.Length > 0 ? Quantiles.Median(said) : 0;
            median[cue] = middle;
            spread[cue] = said.Length > 0 ? Math.Max(Normal * Quantiles.Median(said.Select(value => Math.Abs(value - middle))), LeastSpread[cue]) : LeastSpread[cue];
        }

        return new CueScale(median, spread);
    }

    /// <summary>How far above the usual the cues are together.</summary>
    public float Score(SceneCues cues) => Term(cues.Fast, 0) + Term(cues.Wide, 1) + Term(cues.Odd, 2);

    /// <summary>How far above the usual one cue is.</summary>
    public float Term(float value, int cue) => (value - Median[cue]) / Spread[cue];
}
