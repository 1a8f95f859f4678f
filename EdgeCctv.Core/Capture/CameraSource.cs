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
        Display = kind == CameraSourceKind.Rtsp ? Secrets.RedactAddress(locator) : Secrets.Redact(locator);
    }

    public CameraSourceKind Kind { get; }

    /// <summary>What the locator says, with every secret replaced.</summary>
    public string Display { get; }

    /// <summary>What the backend opens, by kind: the options, the URL without user information, the full path, the pipeline text.</summary>
    internal string Address { get; }

    internal string? User { get; init; }

    internal string? Password { get; init; }

    /// <summary>Whether a file begins again at its end.</summary>
    internal bool Loops { get; init; }

    /// <summary>Parses a locator such as <c>demo:</c>, <c>rtsp://user:password@host/stream</c>, <c>file:clip.mp4</c> or <c>gst:videotestsrc ! videoconvert</c>.</summary>
    /// <param name="text">The locator.</param>
    /// <param name="source">The source, when the result is true.</param>
    /// <param name="error">What is wrong and what is allowed, one sentence without secrets, when the result is false.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CameraSource? source, [NotNullWhen(false)] out string? error) =>
        CameraSourceParser.TryParse(text, out source, out error);

    public bool Equals(CameraSource? other) => other is not null && _locator == other._locator;

    public override bool Equals(object? obj) => Equals(obj as CameraSource);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_locator);

    public override string ToString() => Display;

    /// <summary>Replaces in <paramref name="text"/>, from a native library say, whatever would betray this source's credentials.</summary>
    internal string RedactFrom(string text)
    {
        var safe = Secrets.Redact(text);
        return string.IsNullOrEmpty(Password)
            ? safe
            : safe.Replace(Password, Secrets.Mask, StringComparison.Ordinal)
                .Replace(Uri.EscapeDataString(Password), Secrets.Mask, StringComparison.OrdinalIgnoreCase);
    }
}
