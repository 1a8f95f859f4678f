using System.Net;
using System.Net.Sockets;

namespace EdgeCctv.Core.Capture;

/// <summary>RTSP addresses as native libraries open them.</summary>
internal static class RtspAddress
{
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

    /// <summary>Host and port of an address that a camera names, for people; neither path nor user, since either may be a secret.</summary>
    public static string Authority(string location) =>
        Uri.TryCreate(location, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Authority : Secrets.RedactAddress(location);
}
