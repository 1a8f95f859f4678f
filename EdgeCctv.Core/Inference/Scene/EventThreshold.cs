namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// Where to put the threshold so that normal video alarms as seldom as asked for. Judged by events on held-out video, not by a
/// quantile of frames: frames of one event come together, so the same share of frames may be one event an hour or sixty.
/// </summary>
/// <param name="Value">The threshold.</param>
/// <param name="EventsPerHour">How many events an hour are to be expected at it.</param>
/// <param name="Outliers">Events of the learnt video that would have alarmed: too few and too far from the rest to count as normal.</param>
internal readonly record struct EventThreshold(float Value, double EventsPerHour, int Outliers)
{
    /// <summary>The most false alarms an hour that are aimed at.</summary>
    private const double MostPerHour = 1;

    // Some minutes of learning may hold something unusual: so many events, and one for every hour more, do not move the threshold.
    // In less, what stands out is more likely a part of the scene that the other parts of the video have not shown.
    private const int Tolerated = 2;
    private const double ToleratesFromHours = 3 / 60d;

    // As long as an event may be.
    private const double EventSeconds = 15;

    // The upper quartile of a normal distribution, in its deviations.
    private const double NormalQuartile = 0.6745;

    // Long enough for somebody's nearest and fastest steps, short enough that a minute has some.
    private const double WindowSeconds = 3;

    // Little video does not show how high normal events reach, and a threshold read from it alone may be far too low. What other
    // scenes needed stands in for it: the score has the same scale everywhere.
    private static readonly (double Hours, double Value)[] Floors = [(2 / 60d, 20), (3 / 60d, 16), (5 / 60d, 16), (30 / 60d, 10)];

    public static EventThreshold Of(IReadOnlyList<HeldOutFrame> frames, CueScale scale, double framesPerSecond)
    {
        var scores = frames.Select(frame => scale.Score(frame.Cues)).ToArray();
        var windows = Windows(SustainedValues.Of(frames, scores, AlarmRule.Frames, AlarmRule.Exceeding), frames, Math.Max(1, (int)(WindowSeconds * framesPerSecond)));
        float[] peaks = [.. windows.Order()];
        var hours = frames.Count / framesPerSecond / 3600;
        if (peaks.Length == 0)
        {
            return new EventThreshold((float)Floor(hours), 0, 0);
        }

        // Read from the quartiles, so that the few windows that do not belong there cannot move it; the fewer there are, the wider
        // the margin.
        var middle = Quantiles.OfSorted(peaks, 0.5);
        var spread = Math.Max((Quantiles.OfSorted(peaks, 0.75) - middle) / NormalQuartile, 1e-6) * (1 + (1 / Math.Sqrt(peaks.Length)));
        var tail = middle + (spread * NormalQuantile(Math.Max(2, peaks.Length / hours / MostPerHour)));
        var tolerated = hours < ToleratesFromHours ? 0 : (int)((Tolerated + (hours * MostPerHour)) * EventSeconds / WindowSeconds);
        var value = (float)Math.Max(Math.Max(tail, Floor(hours)), tolerated < peaks.Length ? peaks[^(tolerated + 1)] : 0);
        return new EventThreshold(value, peaks.Length / hours * NormalTail((value - middle) / spread), Events(windows, value));
    }

    // Along a line from one to the next.
    private static double Floor(double hours)
    {
        var next = Array.FindIndex(Floors, floor => floor.Hours > hours);
        if (next <= 0)
        {
            return (next == 0 ? Floors[0] : Floors[^1]).Value;
        }

        var (from, to) = (Floors[next - 1], Floors[next]);
        return from.Value + ((to.Value - from.Value) * (hours - from.Hours) / (to.Hours - from.Hours));
    }

    /// <summary>The largest value in each stretch of time in which something moves.</summary>
    private static List<float> Windows(float[] values, IReadOnlyList<HeldOutFrame> frames, int length)
    {
        List<float> windows = [];
        for (var from = 0; from < values.Length; from += length)
        {
            var (most, moves) = (float.NegativeInfinity, false);
            for (var i = from; i < Math.Min(from + length, values.Length); i++)
            {
                most = Math.Max(most, values[i]);
                moves |= frames[i].HasMovement;
            }

            if (moves && float.IsFinite(most))
            {
                windows.Add(most);
            }
        }

        return windows;
    }

    private static int Events(List<float> windows, float value) =>
        windows.Where((window, i) => window > value && (i == 0 || windows[i - 1] <= value)).Count();

    /// <summary>How many standard deviations above the mean one in so many values lies.</summary>
    private static double NormalQuantile(double oneIn)
    {
        var (below, above) = (0.0, 10.0);
        while (above - below > 1e-6)
        {
            var middle = (below + above) / 2;
            (below, above) = NormalTail(middle) * oneIn > 1 ? (middle, above) : (below, middle);
        }

        return below;
    }

    /// <summary>The share of a normal distribution that lies more than so many deviations above its mean (Abramowitz and Stegun 26.2.17).</summary>
    private static double NormalTail(double deviations)
    {
        var t = 1 / (1 + (0.2316419 * Math.Abs(deviations)));
        var tail = Math.Exp(-deviations * deviations / 2) / Math.Sqrt(2 * Math.PI)
            * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return deviations < 0 ? 1 - tail : tail;
    }
}
