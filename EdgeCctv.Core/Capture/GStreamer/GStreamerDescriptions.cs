using System.Globalization;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>
/// The pipeline text for each kind of source. What a user gives is never part of the text but set as a property afterwards, so that
/// nothing can be injected; the one exception is <c>gst:</c>, which is pipeline text and comes from the configuration only.
/// </summary>
internal static class GStreamerDescriptions
{
    public const string SourceName = "source";
    public const string JpegSink = "jpeg";
    public const string GreySink = "grey";
    public const string GreyValve = "grey-valve";

    public static string Of(CameraSource source, CaptureSettings settings) => source.Kind switch
    {
        // 100 ms of jitter buffer only ever delay a picture that waits for a lost packet. Audio is not wanted.
        CameraSourceKind.Rtsp => "rtspsrc name=source protocols=tcp latency=100 tcp-timeout=5000000 "
            + $"! application/x-rtp,media=video ! decodebin ! videoconvert ! {Tail(settings, isPaced: true)}",
        CameraSourceKind.File => $"filesrc name=source ! decodebin ! videoconvert ! {Tail(settings, isPaced: false)}",
        CameraSourceKind.Pipeline => $"{source.Address} ! videoconvert ! {Tail(settings, isPaced: false)}",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source.Kind, "GStreamer does not open this kind of source."),
    };

    // Paced by the camera: show at once, and give way to the newest when the encoder is behind. Else: let the clock pace it, and lose nothing.
    private static string Tail(CaptureSettings settings, bool isPaced) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        tee name=split
        split. ! queue {(isPaced ? "leaky=downstream" : "")} max-size-buffers=1 max-size-bytes=0 max-size-time=0
          ! jpegenc quality={settings.JpegQuality} ! appsink name=jpeg max-buffers=1 drop={isPaced} sync={!isPaced}
        split. ! valve name=grey-valve drop=true ! queue leaky=downstream max-size-buffers=1 max-size-bytes=0 max-size-time=0
          ! videoscale ! videoconvert ! video/x-raw,format=GRAY8,width={settings.GreyWidth},pixel-aspect-ratio=1/1
          ! appsink name=grey max-buffers=2 drop=true sync=false async=false
        """);
}
