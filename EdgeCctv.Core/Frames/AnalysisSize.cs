namespace EdgeCctv.Core.Frames;

/// <summary>How large the picture for analysis is: the same for a live camera and for a clip, so that a model fits both.</summary>
public static class AnalysisSize
{
    /// <summary>Its longer side in pixels, at most, unless the configuration says otherwise.</summary>
    public const int LongSide = 270;

    /// <summary>The size for pictures of a source: both sides even, the shape kept as well as that allows, never larger than the source.</summary>
    /// <param name="width">Of the source in pixels, at least 2.</param>
    /// <param name="height">Of the source in pixels, at least 2.</param>
    /// <param name="longSide">The longer side at most, even.</param>
    public static (int Width, int Height) Of(int width, int height, int longSide = LongSide)
    {
        var scale = Math.Min(1, (double)longSide / Math.Max(width, height));
        return (Even(width, scale), Even(height, scale));
    }

    private static int Even(int side, double scale) => Math.Clamp(2 * (int)Math.Round(side * scale / 2), 2, Math.Max(2, side & ~1));
}
