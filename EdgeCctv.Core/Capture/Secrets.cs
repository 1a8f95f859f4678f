using System.Text.RegularExpressions;

namespace EdgeCctv.Core.Capture;

/// <summary>Takes credentials out of text before it reaches a log, a status or a page.</summary>
internal static partial class Secrets
{
    public const string Mask = "***";

    /// <summary>Masks user information in URLs and the values of parameters and properties with tell-tale names.</summary>
    public static string Redact(string text) => NamedSecret().Replace(UserInformation().Replace(text, $"://{Mask}@"), $"$1{Mask}");

    // rtsp://admin:p@ss/word@host: greedy up to the last @ of the word, since an unescaped password may hold @ or /.
    [GeneratedRegex(@"://[^\s""']*@")]
    private static partial Regex UserInformation();

    // ?password=x&…, user-pw=x, token="x y"
    [GeneratedRegex(@"\b((?:user|username|user-id|user-pw|usr|pass|passwd|password|pwd|pw|token|auth|apikey|api_key|secret|key)\s*=\s*)(?:""[^""]*""|'[^']*'|[^&\s""']+)", RegexOptions.IgnoreCase)]
    private static partial Regex NamedSecret();
}
