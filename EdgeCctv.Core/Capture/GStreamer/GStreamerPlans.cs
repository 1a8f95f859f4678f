namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>Makes the plan for a source: looks names up, checks addresses, files and devices.</summary>
internal static class GStreamerPlans
{
    /// <exception cref="CaptureException">The source is not there, or may not be opened.</exception>
    public static GStreamerPlan Of(CameraSource source, CaptureSettings settings) => source.Kind switch
    {
        CameraSourceKind.Rtsp => Rtsp(source, settings),
        CameraSourceKind.Usb => Usb.UsbPlans.Of(source, settings),
        CameraSourceKind.File when !File.Exists(source.Address) =>
            throw new CaptureException(CameraFault.NotFound, $"The file {source.Address} does not exist."),
        CameraSourceKind.File => Plain(source, settings) with { Properties = [("location", source.Address)] },
        _ => Plain(source, settings),
    };

    private static GStreamerPlan Rtsp(CameraSource source, CaptureSettings settings)
    {
        // Looked up here: GStreamer tells an unknown name and a refused connection with the same words.
        var addresses = settings.Addresses.Resolve(source);

        // A trusted name is left to GStreamer, which tries all of its addresses: localhost is often two, and only one answers.
        var location = source.IsTrusted ? source.Address : RtspAddress.Literal(source, addresses);
        (string, string)[] credentials = source.User is { } user ? [("user-id", user), ("user-pw", source.Password ?? "")] : [];
        return Plain(source, settings) with
        {
            Properties = [("location", location), .. credentials],
            RtspLocation = location,
            Facts = new StreamFacts { Transport = RtspWords.Of(settings.RtspTransport) },
        };
    }

    private static GStreamerPlan Plain(CameraSource source, CaptureSettings settings) => new(GStreamerDescriptions.Of(source, settings));
}
