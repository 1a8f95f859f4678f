namespace EdgeCctv.Core.Capture;

/// <summary>What RTSP calls things, in words for people.</summary>
internal static class RtspWords
{
    public static string Of(RtspTransport transport) => transport == RtspTransport.Udp ? "RTSP over UDP" : "RTSP over TCP";

    /// <param name="encoding">The encoding name of an RTP payload, in capitals, such as <c>H264</c>; null where none is told.</param>
    public static string? Codec(string? encoding) => encoding switch
    {
        "H264" => "H.264",
        "H265" => "H.265",
        "MP4V-ES" => "MPEG-4",
        var other => other,
    };
}
