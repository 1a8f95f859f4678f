namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// Where to put the threshold so that normal video alarms as seldom as asked for. Judged by events on held-out video, not by a
/// quantile of frames: frames of one event come together, so the same share of frames may be one event an hour or sixty.
/// </summary>
/// <param name="Value">The threshold.</param>
/// <param name="EventsPerHour">How many events an hour are expected at it.</param>
internal readonly record struct EventThreshold(float Value, double EventsPerHour)
{
    /// <summary>The most false alarms an hour that are aimed at.</summary>
    private const double MostPerHour = 1;

    /// <summary>At most one in a hundred frames with movement may exceed it.</summary>
    private const double Share = 0.99;

    /// <summary>Bursts closer together than this are one event.</summary>
    private const double SecondsApart = 5;

    public static EventThreshold Of(IReadOnlyList<HeldOutFrame> frames, CueScale scale, double framesPerSecond)
    {
        var scores = frames.Select(frame => scale.Score(frame.Cues)).ToArray();
        float[] moving = [.. scores.Where((_, i) => frames[i].HasMovement).Order()];
        var floor = Quantiles.OfSorted(moving, Share);
        var peaks = Peaks(Persistent(frames, scores), frames, Quantiles.OfSorted(moving, 0.9), framesPerSecond);
        if (peaks.Count == 0)
        {
            return new EventThreshold(floor, 0);
        }

        var start = Quantiles.OfSorted(moving, 0.9);
        var hours = frames.Count / framesPerSecond / 3600;
        var excess = peaks.Average(peak => peak - start) * (1 + (1 / Math.Sqrt(peaks.Count)));
        var perHour = peaks.Count / hours;
        var value = Math.Max(floor, Math.Max(peaks.Max(), start + (excess * Math.Log(Math.Max(1, perHour / MostPerHour)))));
        return new EventThreshold((float)value, perHour * Math.Exp(-(value - start) / excess));
    }

    /// <summary>What a threshold must not exceed for an alarm to be on: the third largest of the last five scores.</summary>
    private static float[] Persistent(IReadOnlyList<HeldOutFrame> frames, float[] scores)
    {
        var persistent = new float[scores.Length];
        Span<float> window = stackalloc float[AlarmRule.Frames];
        for (int i = 0, length = 0; i < scores.Length; i++)
        {
            length = frames[i].Follows ? Math.Min(length + 1, AlarmRule.Frames) : 1;
            var last = window[..length];
            scores.AsSpan(i - length + 1, length).CopyTo(last);
            last.Sort();
            persistent[i] = length < AlarmRule.Exceeding ? float.NegativeInfinity : last[length - AlarmRule.Exceeding];
        }

        return persistent;
    }

    /// <summary>The largest value of each event: frames above <paramref name="start"/> with no long pause between them.</summary>
    private static List<float> Peaks(float[] values, IReadOnlyList<HeldOutFrame> frames, float start, double framesPerSecond)
    {
        List<float> peaks = [];
        var quiet = int.MaxValue / 2;
        for (var i = 0; i < values.Length; i++)
        {
            quiet = frames[i].Follows ? quiet + 1 : int.MaxValue / 2;
            if (values[i] <= start)
            {
                continue;
            }

            if (quiet > SecondsApart * framesPerSecond)
            {
                peaks.Add(values[i]);
            }

            peaks[^1] = Math.Max(peaks[^1], values[i]);
            quiet = 0;
        }

        return peaks;
    }
}
