using System.Buffers.Text;
using System.Text;

namespace EdgeCctv.Core.Capture.Mjpeg;

/// <summary>What the lines before a picture say of it. Whatever cannot be read is as if it were not there. Allocates nothing.</summary>
/// <param name="ContentLength">Bytes, not checked against anything.</param>
/// <param name="PresentationTime">The camera's own clock.</param>
internal readonly record struct PartHeader(long? ContentLength, TimeSpan? PresentationTime)
{
    // 31 centuries: beyond it is no time, and TimeSpan would overflow.
    private const double MostSeconds = 1e11;

    /// <param name="text">Lines that end with the picture: boundary, header lines, blank line. Lines before the last boundary are not looked at.</param>
    public static PartHeader Parse(ReadOnlySpan<byte> text)
    {
        var header = default(PartHeader);
        foreach (var range in text.Split((byte)'\n'))
        {
            var line = text[range];
            line = line[Ascii.Trim(line)];
            header = line.StartsWith("--"u8) ? default : header.With(line);
        }

        return header;
    }

    // "Content-Length: 51234", "X-Timestamp: 1790000000.123456" (ustreamer, mjpg-streamer, Axis), "X-Received: 2026-11-22T10:00:00.0000000+00:00" (ours)
    private PartHeader With(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon < 0)
        {
            return this;
        }

        var name = line[..colon];
        var value = line[(colon + 1)..].TrimStart((byte)' ');
        return Ascii.EqualsIgnoreCase(name, "Content-Length"u8) ? this with { ContentLength = Length(value) }
            : Ascii.EqualsIgnoreCase(name, "X-Timestamp"u8) ? this with { PresentationTime = Seconds(value) }
            : Ascii.EqualsIgnoreCase(name, "X-Received"u8) ? this with { PresentationTime = Moment(value) }
            : this;
    }

    private static long? Length(ReadOnlySpan<byte> value) =>
        Utf8Parser.TryParse(value, out long length, out var used) && used == value.Length && length > 0 ? length : null;

    private static TimeSpan? Seconds(ReadOnlySpan<byte> value) =>
        Utf8Parser.TryParse(value, out double seconds, out var used) && used == value.Length && seconds is >= 0 and < MostSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static TimeSpan? Moment(ReadOnlySpan<byte> value) =>
        Utf8Parser.TryParse(value, out DateTimeOffset moment, out var used, 'O') && used == value.Length ? moment - DateTimeOffset.UnixEpoch : null;
}
