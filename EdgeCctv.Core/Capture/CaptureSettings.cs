using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture;

/// <summary>How pictures are made, whatever the source. Only the quality may be set otherwise while a capture is open (<see cref="ICapture.EncodeAt"/>).</summary>
/// <param name="JpegQuality">1 to 100, where pictures are encoded here.</param>
/// <param name="GreyLongSide">The longer side of the analysis picture in pixels, even; the other one follows from the picture's shape.</param>
public sealed record CaptureSettings(int JpegQuality, int GreyLongSide)
{
    /// <summary>Quality 80, analysis pictures as large as a clip's.</summary>
    public static readonly CaptureSettings Default = new(JpegQuality: 80, GreyLongSide: AnalysisSize.LongSide);

    /// <summary>The most analysis pictures a second; frames in between have none. 15 by default.</summary>
    public double GreyRate { get; init; } = 15;

    public RtspTransport RtspTransport { get; init; } = RtspTransport.Tcp;

    /// <summary>Which addresses a source that is not trusted may reach.</summary>
    public AddressPolicy Addresses { get; init; } = new([]);

    /// <summary>The analysis picture's size for a picture of this size.</summary>
    public (int Width, int Height) GreySize(int width, int height) => AnalysisSize.Of(width, height, GreyLongSide);
}
