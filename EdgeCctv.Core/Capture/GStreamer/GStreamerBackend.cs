using EdgeCctv.Core.Capture.Clips;
using EdgeCctv.Core.Capture.GStreamer.Clips;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>Opens RTSP cameras, cameras at this machine, files and pipeline text with GStreamer 1.22 or newer. Thread-safe.</summary>
public sealed class GStreamerBackend(TimeProvider clock) : ICaptureLibrary
{
    public bool CanOpen(CameraSourceKind kind) =>
        kind is CameraSourceKind.Rtsp or CameraSourceKind.Usb or CameraSourceKind.File or CameraSourceKind.Pipeline;

    public ICapture Open(CameraSource source, CaptureSettings settings) =>
        new GStreamerCapture(source, GStreamerPlans.Of(source, settings), settings, clock);

    public BackendFacts Describe()
    {
        const string Name = "GStreamer";
        const string Opens = "rtsp:, usb:, file:, gst:";
        try
        {
            GStreamerLibrary.Require();
            return new BackendFacts(Name, Opens, GStreamerLibrary.Version.Replace("GStreamer ", "", StringComparison.Ordinal), null);
        }
        catch (CaptureException missing)
        {
            return new BackendFacts(Name, Opens, null, missing.Message);
        }
    }

    public IJpegEncoder Create(int width, int height, int quality) => new GStreamerJpegEncoder(width, height, quality);

    public IGreyDecoder CreateGreyDecoder(CaptureSettings settings) => new GStreamerGreyDecoder(settings);

    public IColourDecoder CreateColourDecoder() => new GStreamerColourDecoder();

    public IClipReader<GreyPicture> OpenGrey(ClipPath clip, Func<int, int, (int Width, int Height)> size, CancellationToken cancellation) =>
        Read(clip, new GreyMaker(size), cancellation);

    public IClipReader<ColourPicture> OpenColour(ClipPath clip, Func<int, int, (int Width, int Height)> size, CancellationToken cancellation) =>
        Read(clip, new ColourMaker(size), cancellation);

    private IClipReader<TPicture> Read<TPicture>(ClipPath clip, IPictureMaker<TPicture> maker, CancellationToken cancellation) =>
        clip.Pictures is null ? new VideoClip<TPicture>(clip, maker, clock, cancellation) : new PictureClip<TPicture>(clip, maker, clock, cancellation);
}
