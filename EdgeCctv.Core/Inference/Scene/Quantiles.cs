namespace EdgeCctv.Core.Inference.Scene;

/// <summary>Quantiles of values in order, linear between neighbours.</summary>
internal static class Quantiles
{
    /// <param name="sorted">Ascending, not empty.</param>
    /// <param name="share">0 to 1.</param>
    public static float OfSorted(ReadOnlySpan<float> sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((float)(position - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>The value in the middle; sorts its own copy. Not of none.</summary>
    public static float Median(IEnumerable<float> values) => OfSorted([.. values.Order()], 0.5);
}
