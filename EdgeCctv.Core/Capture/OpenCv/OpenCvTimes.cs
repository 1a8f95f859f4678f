namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>How long OpenCV's calls may last. Short enough that a stop, which cannot interrupt them, waits for less than 2 s.</summary>
internal static class OpenCvTimes
{
    /// <summary>Opening. Shorter than the usual start time-out, so that the reason is told.</summary>
    public static readonly TimeSpan Open = TimeSpan.FromSeconds(4);

    /// <summary>One try to read a picture; a camera that is slower is simply asked again.</summary>
    public static readonly TimeSpan Read = TimeSpan.FromSeconds(1);
}
