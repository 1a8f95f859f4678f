using System.Diagnostics.CodeAnalysis;

namespace EdgeCctv.Core.Capture;

/// <summary>
/// The gate for sources that come over HTTP or from a page. What the configuration names is trusted; what somebody else names may
/// neither run pipeline text, nor read files outside the folders meant for it, nor reach this machine's own services. Opens nothing,
/// looks up no name. Immutable, thread-safe.
/// </summary>
/// <param name="configured">What the configuration names.</param>
/// <param name="folders">Where clips may be.</param>
/// <param name="addresses">Where network cameras may be; it is asked again, with the name looked up, when the camera is opened.</param>
public sealed class SourceTrust(CameraSource configured, FileFolders folders, AddressPolicy addresses)
{
    // Far longer than any real one, far shorter than what could hurt.
    private const int LongestLocator = 2048;

    /// <summary>The source to open, or why it is refused.</summary>
    /// <param name="locator">What somebody asks for.</param>
    /// <param name="source">The configured source itself where it is named, else one that is not trusted.</param>
    /// <param name="error">One sentence without secrets.</param>
    public bool TryAccept(string? locator, [NotNullWhen(true)] out CameraSource? source, [NotNullWhen(false)] out string? error)
    {
        (source, error) = locator is { Length: > LongestLocator } ? (null, $"The camera source is too long; allowed: {LongestLocator} characters.")
            : !CameraSource.TryParse(locator, out var parsed, out var mistake) ? (null, mistake)
            : parsed.Equals(configured) ? (configured, null)
            : Judge(parsed);
        return source is not null;
    }

    private (CameraSource?, string?) Judge(CameraSource source) => source.Kind switch
    {
        CameraSourceKind.Demo or CameraSourceKind.Usb => (source.AsUntrusted(), null),
        CameraSourceKind.Rtsp or CameraSourceKind.Mjpeg => JudgeAddress(source.AsUntrusted()),
        CameraSourceKind.File => JudgeFile(source),
        CameraSourceKind.Pipeline => (null, "A gst: source can only be set in the configuration; allowed over HTTP: demo:, rtsp://, http://, usb:, file: in EdgeCctv:Camera:FileFolders."),
        _ => throw new ArgumentOutOfRangeException(nameof(source), source.Kind, "Unknown kind of source."),
    };

    private (CameraSource?, string?) JudgeAddress(CameraSource source) =>
        addresses.Objection(source) is { } objection ? (null, objection) : (source, null);

    private (CameraSource?, string?) JudgeFile(CameraSource source)
    {
        var (path, error) = folders.Resolve(source.Address);
        return path is null ? (null, error) : (source.AsUntrusted(path), null);
    }
}
