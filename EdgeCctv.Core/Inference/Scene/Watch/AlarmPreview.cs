namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>What a threshold would have brought. Immutable.</summary>
/// <param name="Events">Alarms, those close together counted as one.</param>
/// <param name="Watched">Over how much time.</param>
public readonly record struct AlarmPreview(int Events, TimeSpan Watched)
{
    /// <summary>The same in an hour; null when too little was watched to say.</summary>
    public double? EventsPerHour => Watched >= TimeSpan.FromMinutes(1) ? Events / Watched.TotalHours : null;

    /// <summary>Plays the alarm rule over what was scored.</summary>
    internal static AlarmPreview Of(IReadOnlyList<ScoreSample> samples, float threshold)
    {
        var rule = new AlarmRule(threshold);
        var (events, watched) = (0, TimeSpan.Zero);
        TimeSpan? alarmed = null;
        for (var i = 0; i < samples.Count; i++)
        {
            var sample = samples[i];
            var gap = i == 0 ? TimeSpan.Zero : sample.At - samples[i - 1].At;
            if (gap < SceneAlarmLog.Joined)
            {
                watched += gap;
            }
            else
            {
                rule.Reset();
            }

            Play(rule, sample);
            if (rule.IsAlarm || sample.IsOutOfPlace)
            {
                events += alarmed is { } last && sample.At - last < SceneAlarmLog.Joined ? 0 : 1;
                alarmed = sample.At;
            }
        }

        return new AlarmPreview(events, watched);
    }

    private static void Play(AlarmRule rule, ScoreSample sample)
    {
        if (sample.Score is { } score)
        {
            rule.Scored(score, sample.At);
        }
        else
        {
            rule.WholeSceneChanged(sample.At);
        }
    }
}
