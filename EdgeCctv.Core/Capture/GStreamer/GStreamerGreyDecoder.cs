using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>Makes grey pictures of JPEGs, of the settings' size and of the JPEG's shape.</summary>
internal sealed class GStreamerGreyDecoder : IGreyDecoder
{
    private readonly GStreamerJpegReader _reader;

    public GStreamerGreyDecoder(CaptureSettings settings)
    {
        GStreamerLibrary.Require();
        _reader = new GStreamerJpegReader(GStreamerDescriptions.GreyScaling, pipeline => PictureShape.Keep(
            pipeline, GStreamerDescriptions.GreyScaler, GStreamerDescriptions.GreyFilter, GStreamerLuma.Formats, settings.GreySize));
    }

    public GreyPicture? Decode(byte[] jpeg) => _reader.Read(jpeg, GStreamerLuma.Picture);

    public void Dispose() => _reader.Dispose();
}
