namespace EdgeCctv.Core.Inference.Scene;

/// <summary>From where on something out of place is alarmed, so that normal video does not; judged on video that was held out.</summary>
internal static class PlaceThreshold
{
    /// <summary>In less video most places are new, and a new place says nothing.</summary>
    public static readonly TimeSpan LeastSeen = TimeSpan.FromMinutes(10);

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

        float[] places = [.. frames.Select(frame => frame.Place)];
        var largest = SustainedValues.Of(frames, places, AlarmRule.PlaceFrames, AlarmRule.PlaceExceeding).Max();
        var threshold = Math.Max(Least, Margin * largest);
        return threshold <= Most ? threshold : null;
    }
}
