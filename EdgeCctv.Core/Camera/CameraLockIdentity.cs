using System.Security.Cryptography;
using System.Text;
using EdgeCctv.Core.Capture;

namespace EdgeCctv.Core.Camera;

/// <summary>
/// Which camera a source means, whoever names it and however: the device node behind a link, the address in one spelling and without
/// credentials, so that two users of one camera exclude each other. A name is not resolved: <c>camera.example</c> and its address
/// count as two.
/// </summary>
internal static class CameraLockIdentity
{
    private const int RtspPort = 554;

    /// <summary>Null where any number may be open at once: the built-in scene, files, pipeline text.</summary>
    public static string? Of(CameraSource source) => Of(source, OperatingSystem.IsLinux(), FinalTarget);

    /// <param name="source">What is to be opened.</param>
    /// <param name="isLinux">Whether devices are files; elsewhere they are numbers.</param>
    /// <param name="finalTarget">What a path leads to in the end.</param>
    public static string? Of(CameraSource source, bool isLinux, Func<string, string> finalTarget) => source.Kind switch
    {
        CameraSourceKind.Usb => Device(source.Address, isLinux, finalTarget),
        CameraSourceKind.Rtsp or CameraSourceKind.Mjpeg => Network(new Uri(source.Address)),
        CameraSourceKind.Demo or CameraSourceKind.File or CameraSourceKind.Pipeline => null,
        _ => throw new ArgumentOutOfRangeException(nameof(source), source.Kind, "Unknown kind of source."),
    };

    /// <summary>The identity as a file name. Everybody can read it, so it must not be made from a secret: even a hash could be tried out.</summary>
    public static string FileName(string identity) => Hash(identity, 16);

    /// <summary>The first bytes of the SHA-256 of <paramref name="text"/>, in hexadecimal.</summary>
    public static string Hash(string text, int bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));

    // usb:0 is /dev/video0 on Linux; usb:00 as well.
    private static string Device(string address, bool isLinux, Func<string, string> finalTarget) =>
        !int.TryParse(address, out var number) ? finalTarget(address)
        : isLinux ? $"/dev/video{number}"
        : $"usb:{number}";

    // rtsp://CAM:554/front?user=ann&password=x, rtsp://cam/front?user=bob&password=y: one camera.
    private static string Network(Uri address)
    {
        var port = address.Port < 0 ? RtspPort : address.Port;
        return $"{address.Scheme}://{address.IdnHost.ToLowerInvariant()}:{port}{Secrets.Redact(address.PathAndQuery)}";
    }

    private static string FinalTarget(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (IOException)
        {
            // Not there, or a loop of links: opening it will say so.
            return path;
        }
    }
}
