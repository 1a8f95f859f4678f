using System.Globalization;
using System.Text;

namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>A camera's answer to one request.</summary>
/// <param name="Code">Such as 200 or 401.</param>
/// <param name="Challenges">What it wants to know of a user, as <c>Digest realm="x", nonce="y"</c>.</param>
/// <param name="Location">Where it sends us; null where it does not.</param>
/// <param name="Body">The description of its stream; empty where it sent none.</param>
internal sealed record RtspAnswer(int Code, IReadOnlyList<string> Challenges, string? Location, string Body)
{
    // Bytes; header and body each. No camera needs a tenth of it.
    private const int Largest = 64 * 1024;

    /// <exception cref="IOException">It is none, or does not end.</exception>
    public static RtspAnswer Read(Stream stream, int number)
    {
        // RTSP/1.0 401 Unauthorized
        var lines = Encoding.UTF8.GetString(Header(stream)).Split("\r\n");
        var words = lines[0].Split(' ');
        if (!words[0].StartsWith("RTSP/", StringComparison.Ordinal) || words.Length < 2 || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            throw new IOException($"The answer to request {number} is not RTSP.");
        }

        var length = Values(lines, "Content-Length").Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0).FirstOrDefault();
        var body = new byte[Math.Min(length, Largest)];
        stream.ReadExactly(body);
        return new RtspAnswer(code, [.. Values(lines, "WWW-Authenticate")], Values(lines, "Location").FirstOrDefault(), Encoding.UTF8.GetString(body));
    }

    private static byte[] Header(Stream stream)
    {
        var bytes = new List<byte>(512);
        while (bytes.Count < Largest)
        {
            var next = stream.ReadByte();
            if (next < 0)
            {
                throw new EndOfStreamException("The connection ended within an answer.");
            }

            bytes.Add((byte)next);
            if (next == '\n' && bytes.Count >= 4 && bytes[^3] == '\n')
            {
                return [.. bytes];
            }
        }

        throw new IOException("The header of an answer does not end.");
    }

    private static IEnumerable<string> Values(string[] lines, string name) => lines
        .Where(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim());
}
