using EdgeCctv.Web.Language;
using EdgeCctv.Web.Texts;

namespace EdgeCctv.Web.Components.Connect;

/// <summary>What kind of camera is connected.</summary>
internal enum FormKind
{
    Usb,
    Rtsp,
    Http,
    File,
}

/// <summary>What an operator has filled in to connect a camera, and the locator that it makes. Whether that is allowed is judged elsewhere. Mutable, of one page.</summary>
internal sealed class SourceForm
{
    /// <summary>The choices, each with what stands on it.</summary>
    public static IReadOnlyList<(FormKind Value, string Text)> Kinds =>
        [(FormKind.Usb, "USB"), (FormKind.Rtsp, "RTSP"), (FormKind.Http, "HTTP"), (FormKind.File, ConnectTexts.KindFile)];

    public FormKind Kind { get; set; } = FormKind.Rtsp;

    /// <summary>Host and path of a network camera, with or without a scheme.</summary>
    public string Address { get; set; } = "";

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>As in <c>usb:0</c>; also a path.</summary>
    public string Device { get; set; } = "0";

    /// <summary>Full path of a clip.</summary>
    public string Path { get; set; } = "";

    /// <summary>The locator; or, with null, what is missing, in the reader's language.</summary>
    public (string? Locator, string? Missing) Make() => Kind switch
    {
        FormKind.Usb => Text(Device) is { } device ? ($"usb:{device}", null) : (null, ConnectTexts.WhichDevice),
        FormKind.Rtsp => Network("rtsp", ["rtsp", "rtsps"]),
        FormKind.Http => Network("http", ["http", "https"]),
        FormKind.File => Text(Path) is { } path ? ($"file:{path}", null) : (null, ConnectTexts.WhichFile),
        _ => throw new ArgumentOutOfRangeException(nameof(Kind), Kind, "Unknown kind of camera."),
    };

    private (string?, string?) Network(string usual, string[] schemes)
    {
        if (Text(Address) is not { } address)
        {
            return (null, Told.With(ConnectTexts.WhichAddress, usual));
        }

        var end = address.IndexOf("://", StringComparison.Ordinal);
        var (scheme, rest) = end < 0 ? (usual, address) : (address[..end].ToLowerInvariant(), address[(end + 3)..]);
        if (!schemes.Contains(scheme))
        {
            return (null, Told.With(ConnectTexts.OtherScheme, scheme, schemes[0], schemes[1]));
        }

        // A name in both places would leave it open which one counts.
        var names = Text(User) is { } user ? $"{Uri.EscapeDataString(user)}:{Uri.EscapeDataString(Password)}@" : "";
        return names.Length > 0 && rest.Split('/')[0].Contains('@')
            ? (null, ConnectTexts.UserTwice)
            : ($"{scheme}://{names}{rest}", null);
    }

    private static string? Text(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
