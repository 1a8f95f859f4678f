using System.Globalization;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>Makes grey pictures of JPEGs, of the settings' width and of the JPEG's shape.</summary>
internal sealed class GStreamerGreyDecoder : IGreyDecoder
{
    private readonly GStreamerJpegReader _reader;

    public GStreamerGreyDecoder(CaptureSettings settings)
    {
        GStreamerLibrary.Require();
        _reader = new GStreamerJpegReader(
            string.Create(CultureInfo.InvariantCulture, $"videoscale ! videoconvert ! video/x-raw,format=GRAY8,width={settings.GreyWidth},pixel-aspect-ratio=1/1"));
    }

    public GreyPicture? Decode(byte[] jpeg) => _reader.Read(jpeg, Take);

    public void Dispose() => _reader.Dispose();

    private static GreyPicture Take(nint sample)
    {
        var (width, height, _) = GStreamerSample.Format(sample);
        return new GreyPicture(width, height, GStreamerSample.Bytes(sample));
    }
}
