using EdgeCctv.Core.Capture.Clips;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture;

/// <summary>
/// The native library that does the work: <see cref="LibraryTable"/> says which. Of the two only one is ever loaded: OpenCV's library
/// for Linux brings a JPEG library of its own, which GStreamer's encoder would call from then on, and the process crashes.
/// Thread-safe.
/// </summary>
/// <param name="gstreamer">Part of every build, though it may not be installed.</param>
/// <param name="openCv">Null where it is no part of the build.</param>
/// <param name="wish">What the configuration asks for; <see cref="LibraryWish.OpenCv"/> only where it is part of the build.</param>
public sealed class ChosenLibrary(ICaptureLibrary gstreamer, ICaptureLibrary? openCv, LibraryWish wish) : ICaptureLibrary
{
    // Asked once: answering loads a native library.
    private readonly Lazy<LibraryChoice> _choice = new(() => Choose(gstreamer, openCv, wish));

    /// <summary>What either can: GStreamer opens whatever OpenCV does. Loads nothing.</summary>
    public bool CanOpen(CameraSourceKind kind) => gstreamer.CanOpen(kind);

    public ICapture Open(CameraSource source, CaptureSettings settings) => source.Kind == CameraSourceKind.Pipeline && Used == openCv
        ? throw new CaptureException(CameraFault.BackendMissing, "Only GStreamer runs pipeline text, and OpenCV is used instead of it: both at once is not possible.")
        : Used.Open(source, settings);

    /// <summary>The one that is used, and why.</summary>
    public BackendFacts Describe() => Used.Describe() with { Reason = _choice.Value.Reason };

    public IJpegEncoder Create(int width, int height, int quality) => Used.Create(width, height, quality);

    public IGreyDecoder CreateGreyDecoder(CaptureSettings settings) => Used.CreateGreyDecoder(settings);

    public IColourDecoder CreateColourDecoder() => Used.CreateColourDecoder();

    public IClipReader<GreyPicture> OpenGrey(ClipPath clip, Func<int, int, (int Width, int Height)> size, CancellationToken cancellation) =>
        Used.OpenGrey(clip, size, cancellation);

    public IClipReader<ColourPicture> OpenColour(ClipPath clip, Func<int, int, (int Width, int Height)> size, CancellationToken cancellation) =>
        Used.OpenColour(clip, size, cancellation);

    private ICaptureLibrary Used => _choice.Value.Library == CaptureLibrary.OpenCv ? openCv! : gstreamer;

    // Whoever is not needed for the answer is not asked.
    private static LibraryChoice Choose(ICaptureLibrary gstreamer, ICaptureLibrary? openCv, LibraryWish wish)
    {
        var isAuto = wish == LibraryWish.Auto;
        var hasGStreamer = isAuto && IsThere(gstreamer);
        var hasOpenCv = isAuto && !hasGStreamer && openCv is not null && IsThere(openCv);
        return LibraryTable.Of(CameraSourceKind.File, hasGStreamer, hasOpenCv, wish);
    }

    private static bool IsThere(ICaptureLibrary library) => library.Describe().Missing is null;
}
