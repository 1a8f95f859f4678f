namespace EdgeCctv.Core.Inference.Scene;

/// <summary>Where something hardly ever is. Knows nothing of how things move: what stands or creeps counts as what runs.</summary>
internal static class PlaceFit
{
    /// <summary>The share of time up to which a place counts as never visited.</summary>
    private const double Never = 1e-4;

    /// <summary>How rare it is that something is there, per small cell: 1 as good as never, 0 more than a thousandth of the time.</summary>
    /// <param name="blocks">What was seen.</param>
    /// <param name="geometry">Of the pictures.</param>
    /// <param name="framesPerSecond">At which they came.</param>
    public static float[] Of(IReadOnlyList<SampleBlock> blocks, SceneGeometry geometry, double framesPerSecond)
    {
        var sums = new float[geometry.Small.Columns * geometry.Small.Rows];
        foreach (var block in blocks)
        {
            block.AddPresence(sums);
        }

        var frames = blocks.Sum(block => block.BelievableFrames);
        if (frames == 0)
        {
            // Nothing is known, so nothing is rare.
            return sums;
        }

        var clocks = ClockCells.Of(blocks, geometry, framesPerSecond);
        return [.. sums.Select((sum, cell) => clocks[cell] ? 0 : (float)Rarity(sum / (double)frames))];
    }

    private static double Rarity(double share) => Math.Clamp(1 - Math.Log10(Math.Max(share, Never) / Never), 0, 1);
}
