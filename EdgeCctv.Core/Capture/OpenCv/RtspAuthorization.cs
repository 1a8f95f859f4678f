using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>The answer to a camera that asks who we are (RFC 2617, of which RTSP knows Basic and Digest with MD5).</summary>
internal static partial class RtspAuthorization
{
    /// <returns>Null when we have no name to give, or the camera asks in a way that is not known.</returns>
    public static string? Of(IReadOnlyList<string> challenges, CameraSource source)
    {
        if (source.User is not { } user)
        {
            return null;
        }

        var password = source.Password ?? "";
        return challenges.FirstOrDefault(one => Begins(one, "Digest")) is { } digest ? Digest(digest, user, password, source.Address)
            : challenges.Any(one => Begins(one, "Basic")) ? $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))}"
            : null;
    }

    // Digest realm="camera", nonce="4711", qop="auth": without qop, which every server must still take, no counter is needed.
    private static string Digest(string challenge, string user, string password, string address)
    {
        var fields = Field().Matches(challenge).ToDictionary(field => field.Groups[1].Value, field => field.Groups[2].Value, StringComparer.OrdinalIgnoreCase);
        var (realm, nonce) = (fields.GetValueOrDefault("realm", ""), fields.GetValueOrDefault("nonce", ""));
        var response = Hash($"{Hash($"{user}:{realm}:{password}")}:{nonce}:{Hash($"DESCRIBE:{address}")}");
        return $"Digest username=\"{user}\", realm=\"{realm}\", nonce=\"{nonce}\", uri=\"{address}\", response=\"{response}\"";
    }

    [SuppressMessage("Security", "CA5351", Justification = "The camera's protocol knows nothing better.")]
    private static string Hash(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));

    private static bool Begins(string challenge, string scheme) => challenge.StartsWith($"{scheme} ", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(\w+)=""([^""]*)""")]
    private static partial Regex Field();
}
