using System.Globalization;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>
/// The pipeline text for each kind of source. What a user gives is never part of the text but set as a property afterwards, so that
/// nothing can be injected; the one exception is <c>gst:</c>, which is pipeline text and comes from the configuration only.
/// </summary>
internal static class GStreamerDescriptions
{
    public const string SourceName = "source";
    public const string ArrivalName = "arrival";
    public const string JpegEncoder = "jpeg-encoder";
    public const string JpegSink = "jpeg";
    public const string GreySink = "grey";
    public const string GreyGate = "grey-gate";
    public const string GreyScaler = "grey-scaler";
    public const string GreyFilter = "grey-filter";

    /// <summary>
    /// From raw pictures to the luma of the analysis picture; its size is set when that of the source is known. Of GStreamer's ways to
    /// shrink this one comes closest to averaging, which the reader of clips does: the usual one looks at four pixels only.
    /// </summary>
    public const string GreyScaling =
        $"videoscale name={GreyScaler} method=catrom add-borders=false ! videoconvert ! capsfilter name={GreyFilter} caps=video/x-raw,{GStreamerLuma.Formats}";

    public static string Of(CameraSource source, CaptureSettings settings) => source.Kind switch
    {
        // buffer-mode=none: presentation times stay the camera's own. Any other mode gives old pictures new times after a stall.
        // 100 ms of jitter buffer only ever delay a picture that waits for a lost packet. Time limits in microseconds.
        CameraSourceKind.Rtsp => $"rtspsrc name=source protocols={(settings.RtspTransport == RtspTransport.Udp ? "udp" : "tcp")} "
            + "buffer-mode=none latency=100 tcp-timeout=5000000 timeout=4000000 ! application/x-rtp,media=video "
            + $"! identity name=arrival silent=true ! decodebin ! {Encoded(settings, isPaced: true)}",
        CameraSourceKind.File => $"filesrc name=source ! decodebin ! {Encoded(settings, isPaced: false)}",
        CameraSourceKind.Pipeline => $"{source.Address} ! {Encoded(settings, isPaced: false)}",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source.Kind, "GStreamer does not open this kind of source."),
    };

    /// <summary>
    /// The end of a pipeline of raw pictures. Paced by the camera: show at once, and give way to the newest when the encoder is behind.
    /// Else: let the clock pace it, and lose nothing.
    /// </summary>
    public static string Encoded(CaptureSettings settings, bool isPaced) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        videoconvert ! tee name=split
        split. ! {GreyBranch("")}
        split. ! queue {(isPaced ? "leaky=downstream" : "")} max-size-buffers=1 max-size-bytes=0 max-size-time=0
          ! jpegenc quality={settings.JpegQuality} name=jpeg-encoder ! appsink name=jpeg max-buffers=1 drop={isPaced} sync={!isPaced}
        """);

    /// <summary>The end of a pipeline of JPEGs, which pass untouched and are decoded for analysis only.</summary>
    public static string PassedThrough { get; } = $"""
        tee name=split
        split. ! {GreyBranch("jpegdec max-errors=-1 !")}
        split. ! queue leaky=downstream max-size-buffers=1 max-size-bytes=0 max-size-time=0 ! appsink name=jpeg max-buffers=1 drop=true sync=false
        """;

    // First at the tee: whether a picture goes this way is decided before its JPEG can be read. Of a source that waits for the clock
    // several are on their way to the JPEG's sink; 8 small pictures are kept for as long.
    private static string GreyBranch(string decoder) => $"""
        queue name=grey-gate leaky=downstream max-size-buffers=1 max-size-bytes=0 max-size-time=0
          ! {decoder} {GreyScaling}
          ! appsink name=grey max-buffers=8 drop=true sync=false async=false
        """;
}
