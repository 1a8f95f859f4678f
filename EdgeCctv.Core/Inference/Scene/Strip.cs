namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// Columns of a picture. The graph does a picture strip by strip, so that it can be smoothed across by one product with a band matrix
/// that is not mostly zeros.
/// </summary>
/// <param name="First">The first column.</param>
/// <param name="End">The first column that does not belong to it any more.</param>
internal readonly record struct Strip(int First, int End)
{
    // With larger ones more is multiplied by zeros, with smaller ones more is done twice, in the margins.
    private const int Usual = 90;

    public int Columns => End - First;

    /// <summary>Strips of nearly the same width that make up a picture.</summary>
    public static IReadOnlyList<Strip> Of(int width)
    {
        var count = Math.Max(1, (int)Math.Round((double)width / Usual));
        return [.. Enumerable.Range(0, count).Select(strip => new Strip(strip * width / count, (strip + 1) * width / count))];
    }

    /// <summary>With so many more columns on both sides, as far as the picture has them.</summary>
    public Strip Widened(int columns, int width) => new(Math.Max(0, First - columns), Math.Min(width, End + columns));
}
