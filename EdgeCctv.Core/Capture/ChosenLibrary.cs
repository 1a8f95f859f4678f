using EdgeCctv.Core.Capture.Clips;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture;

/// <summary>The native libraries of this build as one: <see cref="LibraryTable"/> says which does the work. Thread-safe.</summary>
/// <param name="gstreamer">Part of every build, though it may not be installed.</param>
/// <param name="openCv">Null where it is no part of the build.</param>
/// <param name="wish">What the configuration asks for.</param>
public sealed class ChosenLibrary(ICaptureLibrary gstreamer, ICaptureLibrary? openCv, LibraryWish wish) : ICaptureLibrary
{
    // Asked once: both load native libraries to answer.
    private readonly Lazy<(bool GStreamer, bool OpenCv)> _present = new(() => (IsThere(gstreamer), IsThere(openCv)));

    public bool CanOpen(CameraSourceKind kind) =>
        kind is CameraSourceKind.Rtsp or CameraSourceKind.Usb or CameraSourceKind.File or CameraSourceKind.Pipeline;

    public ICapture Open(CameraSource source, CaptureSettings settings) => For(source.Kind).Open(source, settings);

    /// <summary>What opens the sources that both could open, and why.</summary>
    public BackendFacts Describe()
    {
        var chosen = Choose(CameraSourceKind.File);
        var facts = For(CameraSourceKind.File).Describe();
        return new BackendFacts("Capture library", "rtsp:, usb:, file:", facts.Version is null ? null : facts.Name, facts.Missing) { Reason = chosen.Reason };
    }

    public IJpegEncoder Create(int width, int height, int quality) => For(CameraSourceKind.File).Create(width, height, quality);

    public IGreyDecoder CreateGreyDecoder(CaptureSettings settings) => For(CameraSourceKind.File).CreateGreyDecoder(settings);

    public IColourDecoder CreateColourDecoder() => For(CameraSourceKind.File).CreateColourDecoder();

    public IClipReader<GreyPicture> OpenGrey(ClipPath clip, Func<int, int, (int Width, int Height)> size, CancellationToken cancellation) =>
        For(CameraSourceKind.File).OpenGrey(clip, size, cancellation);

    public IClipReader<ColourPicture> OpenColour(ClipPath clip, Func<int, int, (int Width, int Height)> size, CancellationToken cancellation) =>
        For(CameraSourceKind.File).OpenColour(clip, size, cancellation);

    private static bool IsThere(ICaptureLibrary? library) => library is not null && library.Describe().Missing is null;

    private LibraryChoice Choose(CameraSourceKind kind) => LibraryTable.Of(kind, _present.Value.GStreamer, _present.Value.OpenCv, wish);

    // The configuration is checked at the start, so that OpenCV is never asked for where it is no part of the build.
    private ICaptureLibrary For(CameraSourceKind kind) => Choose(kind).Library == CaptureLibrary.OpenCv ? openCv! : gstreamer;
}
