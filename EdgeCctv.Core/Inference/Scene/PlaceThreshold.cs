namespace EdgeCctv.Core.Inference.Scene;

/// <summary>From where on something out of place is alarmed, so that normal video does not; judged on video that was held out.</summary>
internal static class PlaceThreshold
{
    /// <summary>In less video most places are new, and a new place says nothing.</summary>
    public static readonly TimeSpan LeastSeen = TimeSpan.FromMinutes(5);

    // What was seen since the last cut is not among the frames.
    private const double Nearly = 0.9;

    // Half of what is certainly there and was never there.
    private const float Least = 0.5f;

    // More than this is hardly reached by anything.
    private const float Most = 0.9f;

    // Above the largest that was held out.
    private const float Margin = 1.25f;

    /// <summary>The threshold; null where too little was seen, or things keep turning up in new places.</summary>
    /// <param name="frames">Held out.</param>
    /// <param name="believable">In so many frames it could be told where something is.</param>
    /// <param name="framesPerSecond">At which they were taken.</param>
    public static float? Of(IReadOnlyList<HeldOutFrame> frames, long believable, double framesPerSecond)
    {
        if (frames.Count / framesPerSecond < Nearly * LeastSeen.TotalSeconds || believable < frames.Count / 2)
        {
            return null;
        }

        var threshold = Math.Max(Least, Margin * Largest(frames));
        return threshold <= Most ? threshold : null;
    }

    /// <summary>The largest value that so many frames in a row reach as an alarm takes.</summary>
    private static float Largest(IReadOnlyList<HeldOutFrame> frames)
    {
        var largest = 0f;
        Span<float> window = stackalloc float[AlarmRule.PlaceFrames];
        for (int i = 0, length = 0; i < frames.Count; i++)
        {
            length = frames[i].Follows ? Math.Min(length + 1, AlarmRule.PlaceFrames) : 1;
            if (length < AlarmRule.PlaceExceeding)
            {
                continue;
            }

            var last = window[..length];
            for (var back = 0; back < length; back++)
            {
                last[back] = frames[i - back].Place;
            }

            last.Sort();
            largest = Math.Max(largest, last[length - AlarmRule.PlaceExceeding]);
        }

        return largest;
    }
}
