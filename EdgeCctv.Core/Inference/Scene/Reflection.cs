namespace EdgeCctv.Core.Inference.Scene;

/// <summary>Borders that mirror without repeating the edge (reflect-101): … 2 1 | 0 1 2 … n−1 | n−2 n−3 …</summary>
internal static class Reflection
{
    public static int Of(int index, int length) => index < 0 ? -index : index >= length ? (2 * (length - 1)) - index : index;

    /// <summary>Fills <paramref name="margin"/> values on both sides of the <paramref name="length"/> values in the middle of a row.</summary>
    public static void Pad(Span<float> row, int margin, int length)
    {
        for (var i = 1; i <= margin; i++)
        {
            row[margin - i] = row[margin + i];
            row[margin + length - 1 + i] = row[margin + length - 1 - i];
        }
    }
}
