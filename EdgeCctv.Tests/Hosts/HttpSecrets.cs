using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace EdgeCctv.Tests.Hosts;

/// <summary>The camera's side of HTTP authentication: Basic (RFC 7617) and Digest with MD5 (RFC 7616).</summary>
internal static partial class HttpSecrets
{
    public const string BasicChallenge = "Basic realm=\"camera\"";
    public const string DigestChallenge = "Digest realm=\"camera\", qop=\"auth\", nonce=\"7d1f0c\"";

    public static bool KnowsBasic(string request, string user, string password) =>
        request.Contains($"Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))}\r\n", StringComparison.Ordinal);

    public static bool KnowsDigest(string request, string user, string password)
    {
        var line = request.Split("\r\n").FirstOrDefault(line => line.StartsWith("Authorization: Digest ", StringComparison.Ordinal)) ?? "";
        var field = Field().Matches(line).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        if (field.Count == 0)
        {
            return false;
        }

        var secret = Md5($"{user}:camera:{password}");
        var place = Md5($"GET:{field["uri"]}");
        return field["response"] == Md5($"{secret}:7d1f0c:{field["nc"]}:{field["cnonce"]}:auth:{place}");
    }

    [SuppressMessage("Security", "CA5351", Justification = "Digest authentication is made of it.")]
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex(@"(\w+)=""?([^"",]+)")]
    private static partial Regex Field();
}
