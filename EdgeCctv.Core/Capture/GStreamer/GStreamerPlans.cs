using System.Net;
using System.Net.Sockets;

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

    /// <summary>The address of <paramref name="source"/> with the checked IP address in place of the name, so that nothing looks it up again.</summary>
    public static string Literal(CameraSource source, IReadOnlyList<IPAddress> addresses)
    {
        // Of several, the one that cameras speak.
        var address = addresses.FirstOrDefault(one => one.AddressFamily == AddressFamily.InterNetwork) ?? addresses[0];
        var host = address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
        var uri = new Uri(source.Address);
        var begin = source.Address.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = source.Address.IndexOfAny(['/', '?', '#'], begin);
        var port = uri.IsDefaultPort || uri.Port < 0 ? "" : $":{uri.Port}";
        return $"rtsp://{host}{port}{(end < 0 ? "" : source.Address[end..])}";
    }

    private static GStreamerPlan Rtsp(CameraSource source, CaptureSettings settings)
    {
        // Looked up here: GStreamer tells an unknown name and a refused connection with the same words.
        var addresses = settings.Addresses.Resolve(source);

        // A trusted name is left to GStreamer, which tries all of its addresses: localhost is often two, and only one answers.
        var location = source.IsTrusted ? source.Address : Literal(source, addresses);
        (string, string)[] credentials = source.User is { } user ? [("user-id", user), ("user-pw", source.Password ?? "")] : [];
        return Plain(source, settings) with
        {
            Properties = [("location", location), .. credentials],
            RtspLocation = location,
            Facts = new StreamFacts { Transport = settings.RtspTransport == RtspTransport.Udp ? "RTSP over UDP" : "RTSP over TCP" },
        };
    }

    private static GStreamerPlan Plain(CameraSource source, CaptureSettings settings) => new(GStreamerDescriptions.Of(source, settings));
}
