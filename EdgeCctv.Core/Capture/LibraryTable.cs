namespace EdgeCctv.Core.Capture;

/// <summary>Which part of the program opens a kind of source.</summary>
public enum CaptureLibrary
{
    /// <summary>Managed code of our own.</summary>
    BuiltIn,

    GStreamer,

    OpenCv,
}

/// <summary>A line of the table.</summary>
/// <param name="Library">What opens it.</param>
/// <param name="Reason">Why, one sentence for people.</param>
public readonly record struct LibraryChoice(CaptureLibrary Library, string Reason);

/// <summary>
/// The table of what opens which source; the same on every system, since only what is installed matters. GStreamer comes first where
/// it is there: it knows when each packet came, leaves damaged pictures out and follows no redirect, of which OpenCV can do nothing.
/// </summary>
public static class LibraryTable
{
    private const string Wished = "EdgeCctv:Camera:Backend asks for it.";

    /// <param name="kind">Of the source.</param>
    /// <param name="hasGStreamer">Whether GStreamer is installed.</param>
    /// <param name="hasOpenCv">Whether OpenCV is part of the build and starts.</param>
    /// <param name="wish">What the configuration asks for; it counts where both could do it.</param>
    public static LibraryChoice Of(CameraSourceKind kind, bool hasGStreamer, bool hasOpenCv, LibraryWish wish) => (kind, wish) switch
    {
        (CameraSourceKind.Demo or CameraSourceKind.Mjpeg, _) => new(CaptureLibrary.BuiltIn, "The program does it itself."),
        (CameraSourceKind.Pipeline, _) => new(CaptureLibrary.GStreamer, "Only GStreamer runs pipeline text."),
        (CameraSourceKind.Rtsp or CameraSourceKind.Usb or CameraSourceKind.File, LibraryWish.GStreamer) => new(CaptureLibrary.GStreamer, Wished),
        (CameraSourceKind.Rtsp or CameraSourceKind.Usb or CameraSourceKind.File, LibraryWish.OpenCv) => new(CaptureLibrary.OpenCv, Wished),
        (CameraSourceKind.Rtsp or CameraSourceKind.Usb or CameraSourceKind.File, LibraryWish.Auto) => Auto(hasGStreamer, hasOpenCv),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), (kind, wish), "Unknown kind of source, or unknown wish."),
    };

    private static LibraryChoice Auto(bool hasGStreamer, bool hasOpenCv) => (hasGStreamer, hasOpenCv) switch
    {
        (true, _) => new(CaptureLibrary.GStreamer, "GStreamer is installed, and tells the age and the faults of pictures best."),
        (false, true) => new(CaptureLibrary.OpenCv, "GStreamer is not installed; OpenCV comes with the program."),
        (false, false) => new(CaptureLibrary.GStreamer, "Neither GStreamer nor OpenCV can be used."),
    };
}
