namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>The four characters by which OpenCV names a codec, as <c>avc1</c>.</summary>
internal static class FourCharacters
{
    /// <summary>A name for people; null when there is none.</summary>
    public static string? Codec(double code)
    {
        var value = (uint)code;
        var text = string.Concat(Enumerable.Range(0, 4).Select(place => (char)((value >> (8 * place)) & 0xFF))).Trim('\0', ' ');
        return text.ToUpperInvariant() switch
        {
            "" => null,
            "H264" or "AVC1" or "X264" => "H.264",
            "HEVC" or "H265" or "HVC1" or "HEV1" => "H.265",
            "MJPG" or "JPEG" => "JPEG",
            "MP4V" or "FMP4" or "XVID" => "MPEG-4",
            var other => other.All(char.IsAsciiLetterOrDigit) ? other : null,
        };
    }
}
