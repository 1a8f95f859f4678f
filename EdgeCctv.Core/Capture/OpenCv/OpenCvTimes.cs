namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>How long OpenCV's calls may last. Short enough that a stop, which cannot interrupt them, waits for less than 2 s.</summary>
internal static class OpenCvTimes
{
    /// <summary>Opening. Shorter than the usual start time-out, so that the reason is told.</summary>
    public static readonly TimeSpan Open = TimeSpan.FromSeconds(4);

    /// <summary>
    /// One try to read a picture from the network. FFmpeg's decoder does not work on after one that failed, so this is also the slowest
    /// camera and the longest pause that a connection survives; longer, and a stop would have to leave the capture behind.
    /// </summary>
    public static readonly TimeSpan Read = TimeSpan.FromSeconds(1.4);

    /// <summary>A picture that comes sooner than this was there already: less than the time between two pictures of most cameras, more than it takes to decode one.</summary>
    public static readonly TimeSpan NoWait = TimeSpan.FromMilliseconds(20);
}
