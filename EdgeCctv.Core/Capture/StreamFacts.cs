namespace EdgeCctv.Core.Capture;

/// <summary>What is known of an open camera beside its pictures; every member may be unknown. For people: free text, no secrets.</summary>
public sealed record StreamFacts
{
    public static readonly StreamFacts Unknown = new();

    /// <summary>The library that opened it, such as <c>GStreamer 1.22.0</c>.</summary>
    public string? Backend { get; init; }

    /// <summary>What the camera sends, such as <c>H.264</c> or <c>JPEG, passed through</c>.</summary>
    public string? Codec { get; init; }

    /// <summary>How it comes here, such as <c>RTSP over TCP</c>.</summary>
    public string? Transport { get; init; }

    /// <summary>What the camera calls itself: the name of a USB device, the server software of a network camera.</summary>
    public string? Device { get; init; }
}
