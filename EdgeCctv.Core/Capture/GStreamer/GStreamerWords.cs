using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>Takes credentials out of what GStreamer and GLib say for themselves. Thread-safe.</summary>
internal static partial class GStreamerWords
{
    // A handful: the forms of each password that was used since the process began. Kept, since late words may still name it.
    private static readonly ConcurrentDictionary<string, bool> Known = new(StringComparer.Ordinal);

    /// <summary>From here on nothing that GStreamer says holds the password of <paramref name="source"/>.</summary>
    public static void Protect(CameraSource source)
    {
        if (!string.IsNullOrEmpty(source.Password))
        {
            foreach (var form in Forms(source.User ?? "", source.Password))
            {
                Known.TryAdd(form, true);
            }
        }
    }

    /// <summary>One line, without secrets.</summary>
    public static string Safe(string text)
    {
        foreach (var secret in Known.Keys)
        {
            text = text.Replace(secret, Secrets.Mask, StringComparison.OrdinalIgnoreCase);
        }

        return Secrets.Redact(Authorization().Replace(text, $"$1{Secrets.Mask}")).ReplaceLineEndings(" | ");
    }

    // Plain, in a URL, in a Basic header, and as GStreamer writes values: each special character after a backslash.
    private static IEnumerable<string> Forms(string user, string password) =>
    [
        password,
        Uri.EscapeDataString(password),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")),
        Special().Replace(password, @"\$0"),
    ];

    // Authorization: Basic YWRtaW46eA==, key: 'Authorization', value: 'Digest username="admin", …'
    [GeneratedRegex(@"((?:Authorization\W+(?:value\W+)?|\b)(?:Basic|Digest)\s+)(?=\S*[=""])[^\r\n]*", RegexOptions.IgnoreCase)]
    private static partial Regex Authorization();

    [GeneratedRegex(@"[^A-Za-z0-9_\-+/:.]")]
    private static partial Regex Special();
}
