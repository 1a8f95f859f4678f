namespace EdgeCctv.Core.Capture;

/// <summary>How pictures are made, whatever the source. Never changes while a capture is open.</summary>
/// <param name="JpegQuality">1 to 100, where pictures are encoded here.</param>
/// <param name="GreyWidth">Width of the analysis picture in pixels; its height follows from the picture's shape.</param>
public sealed record CaptureSettings(int JpegQuality, int GreyWidth)
{
    /// <summary>Quality 80, analysis pictures 160 wide.</summary>
    public static readonly CaptureSettings Default = new(JpegQuality: 80, GreyWidth: 160);

    /// <summary>The analysis picture's height for a picture of this size, at least 2 and even.</summary>
    public int GreyHeight(int width, int height) => Math.Max(2, (int)((long)GreyWidth * height / width) & ~1);
}
