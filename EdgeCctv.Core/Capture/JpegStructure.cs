namespace EdgeCctv.Core.Capture;

/// <summary>
/// Checks the structure of a JPEG that is passed on without being decoded: markers, lengths, size and end. What is coded between
/// the markers is not looked at, so a flipped bit there is not found. Allocates nothing for a whole picture.
/// </summary>
internal static class JpegStructure
{
    /// <summary>Pixels; what browsers and hardware decoders take.</summary>
    public const int LargestSide = 8192;

    /// <summary>A decoder needs several bytes for each: a small file must not ask for gigabytes.</summary>
    public const int MostPixels = 40_000_000;

    /// <summary>Some cameras fill up their pictures with zeros to a round size.</summary>
    public const int LongestPadding = 1024;

    public static bool AllowsSize(int width, int height) =>
        width is > 0 and <= LargestSide && height is > 0 and <= LargestSide && width * height <= MostPixels;

    /// <param name="jpeg">A picture that is said to be complete; zeros after its end are tolerated and not counted.</param>
    /// <param name="scan">Its size and true length.</param>
    /// <returns>What is wrong, as the end of a sentence; null when nothing is.</returns>
    public static string? Check(ReadOnlySpan<byte> jpeg, out JpegScan scan)
    {
        scan = default;
        return scan.Advance(jpeg) switch
        {
            JpegVerdict.Broken => scan.Fault,
            JpegVerdict.Unfinished => "it ends in the middle",
            _ when jpeg.Length - scan.Length > LongestPadding || jpeg[scan.Length..].ContainsAnyExcept((byte)0) => "something follows its end",
            _ => null,
        };
    }
}
