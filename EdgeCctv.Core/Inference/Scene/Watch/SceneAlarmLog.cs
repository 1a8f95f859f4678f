namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>Joins alarmed frames to events. Not thread-safe; its owner locks.</summary>
internal sealed class SceneAlarmLog
{
    /// <summary>Alarms nearer to each other than this are one event.</summary>
    public static readonly TimeSpan Joined = TimeSpan.FromSeconds(2);

    private TimeSpan _last;

    /// <summary>The newest event, over or not; null before the first.</summary>
    public SceneAlarm? Newest { get; private set; }

    /// <summary>Whether the newest event goes on.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Events since the process started.</summary>
    public long Count { get; private set; }

    /// <param name="at">When the frame was taken, on a monotonic scale.</param>
    /// <param name="utc">When it was received.</param>
    /// <param name="finding">What was found.</param>
    public void Add(TimeSpan at, DateTimeOffset utc, SceneFinding finding)
    {
        if (!finding.IsAlarm)
        {
            IsOn = IsOn && at - _last < Joined;
            return;
        }

        var score = finding.Score ?? 0;
        if (!IsOn || at - _last >= Joined || Newest is null)
        {
            Newest = new SceneAlarm(utc, utc, finding.Why, score);
            Count++;
        }
        else
        {
            Newest = score > Newest.Score && finding.Why is not null
                ? Newest with { Last = utc, Score = score, Why = finding.Why }
                : Newest with { Last = utc };
        }

        (IsOn, _last) = (true, at);
    }

    /// <summary>What comes next has nothing to do with what was: an event under way is over.</summary>
    public void End() => IsOn = false;

    /// <summary>Forgets all: another camera.</summary>
    public void Clear() => (Newest, IsOn) = (null, false);
}
