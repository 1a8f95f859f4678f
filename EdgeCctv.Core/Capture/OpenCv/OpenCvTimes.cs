using OpenCvSharp;

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

    // Frames a second; what is above is a clock rate that FFmpeg takes for one.
    private const double HighestRate = 240;

    // Beyond it a picture was waited for, however slow the camera; less is needed to decode one.
    private static readonly TimeSpan LongestNoWait = TimeSpan.FromMilliseconds(20);

    /// <summary>A picture that comes sooner than this was there already.</summary>
    /// <param name="interval">Between two pictures of the camera; null where it is not known.</param>
    public static TimeSpan NoWait(TimeSpan? interval) => interval / 2 is { } half && half < LongestNoWait ? half : LongestNoWait;

    /// <summary>The time between two pictures as the source states it; null where it states none.</summary>
    public static TimeSpan? Interval(VideoCapture video) =>
        video.Get(VideoCaptureProperties.Fps) is > 0 and <= HighestRate and var rate ? TimeSpan.FromSeconds(1 / rate) : null;
}
