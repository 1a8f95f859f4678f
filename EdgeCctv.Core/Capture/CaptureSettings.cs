namespace EdgeCctv.Core.Capture;

/// <summary>How pictures are made, whatever the source. Never changes while a capture is open.</summary>
/// <param name="JpegQuality">1 to 100, where pictures are encoded here.</param>
/// <param name="GreyWidth">Width of the analysis picture in pixels; its height follows from the picture's shape.</param>
public sealed record CaptureSettings(int JpegQuality, int GreyWidth)
{
    /// <summary>Quality 80, analysis pictures 160 wide.</summary>
    public static readonly CaptureSettings Default = new(JpegQuality: 80, GreyWidth: 160);

    /// <summary>The most analysis pictures a second; frames in between have none. 10 by default.</summary>
    public double GreyRate { get; init; } = 10;

    public RtspTransport RtspTransport { get; init; } = RtspTransport.Tcp;

    /// <summary>Which addresses a source that is not trusted may reach.</summary>
    public AddressPolicy Addresses { get; init; } = new([]);

    /// <summary>The analysis picture's height for a picture of this size, at least 2 and even.</summary>
    public int GreyHeight(int width, int height) => Math.Max(2, (int)((long)GreyWidth * height / width) & ~1);
}
