using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using EdgeCctv.Core.Capture.Demo;

namespace EdgeCctv.Core.Capture;

/// <summary>Reads a locator. Every mistake gets one sentence that says what is allowed; a secret never stands in it.</summary>
internal static partial class CameraSourceParser
{
    private const string Allowed = "allowed: demo:, rtsp://host/path, http://host/path, usb:0, file:path, gst:pipeline";
    private const string OnceSuffix = "?once=1";

    public static bool TryParse(string? text, [NotNullWhen(true)] out CameraSource? source, [NotNullWhen(false)] out string? error)
    {
        var locator = text?.Trim() ?? "";
        var (scheme, rest) = SplitScheme(locator);
        (source, error) = scheme switch
        {
            _ when locator.Length == 0 => Mistake($"The camera source is empty; {Allowed}."),
            _ when locator.Any(char.IsControl) => Mistake("The camera source holds a control character."),
            "demo" => ParseDemo(locator, rest),
            "rtsp" => ParseNetwork(locator, scheme, rest, CameraSourceKind.Rtsp),
            "http" or "https" => ParseNetwork(locator, scheme, rest, CameraSourceKind.Mjpeg),
            "usb" => ParseDevice(locator, rest),
            "" when locator.StartsWith("/dev/", StringComparison.Ordinal) => ParseDevice(locator, locator),
            "file" => ParseFile(locator, rest),
            "gst" => ParsePipeline(locator, rest),
            _ => Mistake($"The camera source '{Secrets.RedactAddress(locator)}' is of no known kind; {Allowed}."),
        };
        return source is not null;
    }

    private static (string Scheme, string Remainder) SplitScheme(string locator)
    {
        var colon = locator.IndexOf(':');
        return colon < 0 ? ("", locator) : (locator[..colon].ToLowerInvariant(), locator[(colon + 1)..]);
    }

    private static (CameraSource?, string?) ParseDemo(string locator, string query) =>
        DemoOptions.TryParse(query, out _, out var error)
            ? (new CameraSource(locator, CameraSourceKind.Demo, query), null)
            : Mistake(Secrets.Redact(error!));

    // rtsp://admin:p%40ss@192.0.2.7:554/stream?channel=1
    private static (CameraSource?, string?) ParseNetwork(string locator, string scheme, string rest, CameraSourceKind kind)
    {
        var (userInfo, address) = rest.StartsWith("//", StringComparison.Ordinal) ? SplitCredentials(rest[2..]) : (null, null);
        if (address is null || !Uri.TryCreate($"{scheme}://{address}", UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            return Mistake(
                $"'{Secrets.RedactAddress(locator)}' is no address of a camera; allowed: {scheme}://user:password@host:port/path, with %40 for @ and %2F for / in the password.");
        }

        var (user, password) = SplitUserInfo(userInfo ?? "");
        return (new CameraSource(locator, kind, $"{scheme}://{address}") { User = user, Password = password }, null);
    }

    // usb:0, usb:/dev/video0, /dev/video0, /dev/v4l/by-id/usb-046d_HD_Webcam-video-index0: no other device is ever opened.
    private static (CameraSource?, string?) ParseDevice(string locator, string device) =>
        DeviceName().IsMatch(device)
            ? (new CameraSource(locator, CameraSourceKind.Usb, device), null)
            : Mistake($"'{Secrets.Redact(locator)}' is no camera device; allowed: usb:0 to usb:99, /dev/video0, /dev/v4l/by-id/name.");

    // Passwords are often pasted unescaped: an @ or a / in one is understood, but not both, since nobody can tell then where the host begins.
    private static (string? UserInfo, string? Address) SplitCredentials(string text)
    {
        var query = text.IndexOf('?');
        var place = query < 0 ? text : text[..query];
        var slash = place.IndexOf('/');
        var authority = slash < 0 ? place : place[..slash];
        var at = place.LastIndexOf('@');
        if (at < 0 || (at > authority.Length && !authority.Contains('@') && IsHostAndPort(authority)))
        {
            return (null, text);
        }

        var isAmbiguous = at > authority.Length && authority.Contains('@');
        return isAmbiguous ? (null, null) : (text[..at], text[(at + 1)..]);
    }

    private static bool IsHostAndPort(string authority)
    {
        var colon = authority.LastIndexOf(':');
        return colon < 0 || authority.EndsWith(']') || authority[(colon + 1)..].All(char.IsAsciiDigit);
    }

    private static (string? User, string? Password) SplitUserInfo(string userInfo)
    {
        var colon = userInfo.IndexOf(':');
        return (userInfo.Length, colon) switch
        {
            (0, _) => (null, null),
            (_, < 0) => (Uri.UnescapeDataString(userInfo), ""),
            _ => (Uri.UnescapeDataString(userInfo[..colon]), Uri.UnescapeDataString(userInfo[(colon + 1)..])),
        };
    }

    private static (CameraSource?, string?) ParseFile(string locator, string rest)
    {
        var once = rest.EndsWith(OnceSuffix, StringComparison.Ordinal);
        var path = once ? rest[..^OnceSuffix.Length] : rest;
        if (path.StartsWith("///", StringComparison.Ordinal))
        {
            path = path[2..];
        }

        return path.Length == 0
            ? Mistake("The camera source 'file:' names no file; allowed: file:path, with ?once=1 to play it once.")
            : (new CameraSource(locator, CameraSourceKind.File, Path.GetFullPath(path)) { Loops = !once }, null);
    }

    private static (CameraSource?, string?) ParsePipeline(string locator, string text) =>
        !string.IsNullOrWhiteSpace(text)
            ? (new CameraSource(locator, CameraSourceKind.Pipeline, text.Trim()), null)
            : Mistake("The camera source 'gst:' holds no pipeline; allowed: gst:videotestsrc is-live=true ! videoconvert.");

    private static (CameraSource?, string?) Mistake(string error) => (null, error);

    [GeneratedRegex(@"^([0-9]{1,2}|/dev/video[0-9]{1,2}|/dev/v4l/by-(id|path)/[\w.:+-]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex DeviceName();
}
