using System.Diagnostics.CodeAnalysis;

namespace EdgeCctv.Core.Capture;

/// <summary>
/// A camera locator, parsed and checked once. Credentials stay inside: <see cref="Display"/> and <see cref="ToString"/> are safe for
/// logs, status and pages. Two sources are equal when their full locators are. Immutable.
/// </summary>
public sealed class CameraSource : IEquatable<CameraSource>
{
    /// <summary><c>demo:</c>, the source that is always there.</summary>
    public static readonly CameraSource Demo = new("demo:", CameraSourceKind.Demo, address: "");

    private readonly string _locator;

    internal CameraSource(string locator, CameraSourceKind kind, string address)
    {
        _locator = locator;
        Kind = kind;
        Address = address;
        Display = kind is CameraSourceKind.Rtsp or CameraSourceKind.Mjpeg ? Secrets.RedactAddress(locator) : Secrets.Redact(locator);
    }

    public CameraSourceKind Kind { get; }

    /// <summary>What the locator says, with every secret replaced.</summary>
    public string Display { get; }

    /// <summary>
    /// Whether the configuration named it. What comes over HTTP or from a page is not trusted: it may not reach this machine's own
    /// and its link's addresses (<see cref="AddressPolicy"/>).
    /// </summary>
    public bool IsTrusted { get; private init; } = true;

    /// <summary>
    /// What the backend opens, by kind: the options, the URL without user information, the number or path of the device, the full
    /// path, the pipeline text.
    /// </summary>
    internal string Address { get; }

    internal string? User { get; init; }

    internal string? Password { get; init; }

    /// <summary>Whether a file begins again at its end.</summary>
    internal bool Loops { get; init; }

    /// <summary>Whether its end is no fault: a file that is to be played once.</summary>
    internal bool EndsByItself => Kind == CameraSourceKind.File && !Loops;

    /// <summary>Parses a locator such as <c>demo:</c>, <c>rtsp://user:password@host/stream</c>, <c>http://host/mjpeg</c>, <c>usb:0</c>, <c>file:clip.mp4</c> or <c>gst:videotestsrc ! videoconvert</c>.</summary>
    /// <param name="text">The locator.</param>
    /// <param name="source">The source, when the result is true.</param>
    /// <param name="error">What is wrong and what is allowed, one sentence without secrets, when the result is false.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CameraSource? source, [NotNullWhen(false)] out string? error) =>
        CameraSourceParser.TryParse(text, out source, out error);

    /// <summary>The same source, as named by somebody who is not trusted.</summary>
    public CameraSource AsUntrusted() => AsUntrusted(Address);

    /// <summary>The same, opened where it was found to be: what was checked is what is opened.</summary>
    internal CameraSource AsUntrusted(string checkedAddress) =>
        new(_locator, Kind, checkedAddress) { User = User, Password = Password, Loops = Loops, IsTrusted = false };

    public bool Equals(CameraSource? other) => other is not null && _locator == other._locator;

    public override bool Equals(object? obj) => Equals(obj as CameraSource);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_locator);

    public override string ToString() => Display;

    /// <summary>Replaces in <paramref name="text"/>, from a native library say, whatever would betray this source's credentials.</summary>
    public string RedactFrom(string text)
    {
        var safe = Secrets.Redact(text);
        return string.IsNullOrEmpty(Password)
            ? safe
            : safe.Replace(Password, Secrets.Mask, StringComparison.Ordinal)
                .Replace(Uri.EscapeDataString(Password), Secrets.Mask, StringComparison.OrdinalIgnoreCase);
    }
}
