using System.Text.RegularExpressions;

namespace EdgeCctv.Core.Capture;

/// <summary>Takes credentials out of text before it reaches a log, a status or a page.</summary>
public static partial class Secrets
{
    public const string Mask = "***";

    /// <summary>Masks user information in URLs and the values of parameters and properties with tell-tale names.</summary>
    public static string Redact(string text) => NamedSecret().Replace(
        UserInformation().Replace(QuotedUserInformation().Replace(text, $"$1{Mask}@"), $"://{Mask}@"), $"$1{Mask}");

    /// <summary>The same where the whole text is one address, well written or not: all that may be user information goes, blanks and quotes included.</summary>
    public static string RedactAddress(string address) => Redact(BeforeHost().Replace(address, $"$1{Mask}@"));

    // rtsp://admin:p@ss/word@host: greedy up to the last @ of the word, since an unescaped password may hold @, / or a quote.
    [GeneratedRegex(@"://\S*@")]
    private static partial Regex UserInformation();

    // location="rtsp://admin:pass word@host": what stands in quotes may hold blanks.
    [GeneratedRegex(@"((?<quote>[""'])[a-z][\w+.-]*://)(?:\\.|(?!\k<quote>).)*@", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex QuotedUserInformation();

    // rtsp://admin:pass word@host, rtsp:/admin:x@host, admin:x@host
    [GeneratedRegex(@"^([a-z][\w+.-]*(?::/*|//))?.*@", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex BeforeHost();

    // ?password=x&…, access_token=x, user-pw=x, token="x \"y". A quote that is never closed hides the rest.
    [GeneratedRegex(@"\b((?:[\w-]*(?:password|passwd|token|secret)|user|username|user-id|user-pw|usr|pass|pwd|pw|auth|apikey|api_key|key)\s*=\s*)(?:""(?:\\.|[^""\\])*""?|'(?:\\.|[^'\\])*'?|[^&\s]+)", RegexOptions.IgnoreCase)]
    private static partial Regex NamedSecret();
}
