namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// When a score becomes an alarm: three of the last five frames exceed the threshold. A whole-scene change is never alarmed; what
/// was seen before it is forgotten. Knows no clock. One thread at a time.
/// </summary>
public sealed class AlarmRule(float threshold)
{
    /// <summary>Frames that are looked back on.</summary>
    public const int Frames = 5;

    /// <summary>So many of them must exceed the threshold.</summary>
    public const int Exceeding = 3;

    /// <summary>A whole-scene change that goes on for longer is no passing one: the scene should be learnt again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The picture must be calm for so long until a whole-scene change is over.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromSeconds(1);

    private const uint Window = (1u << Frames) - 1;

    // One bit for each of the last frames, the newest lowest.
    private uint _exceeded;
    private int _ignored;
    private TimeSpan? _changedSince;
    private TimeSpan _changedLast;

    /// <summary>A larger score exceeds what is normal. A changed one holds from the next frame on.</summary>
    public float Threshold { get; set; } = threshold;

    /// <summary>Whether an alarm is on.</summary>
    public bool IsAlarm => _changedSince is null && uint.PopCount(_exceeded) >= Exceeding;

    /// <summary>Whether the whole scene is changing.</summary>
    public bool IsWholeSceneChange => _changedSince is not null;

    /// <summary>Whether it has been changing for so long that the scene should be learnt again.</summary>
    public bool ShouldLearnAgain => _changedLast - _changedSince >= Patience;

    /// <summary>A frame with a score.</summary>
    /// <param name="score">The frame's; one that is no number counts as ignored.</param>
    /// <param name="at">When, on a scale that only goes forward.</param>
    public void Scored(float score, TimeSpan at)
    {
        if (float.IsNaN(score))
        {
            Ignored();
            return;
        }

        if (at - _changedLast >= Calm)
        {
            _changedSince = null;
        }

        _ignored = 0;
        _exceeded = _changedSince is null ? ((_exceeded << 1) | (score > Threshold ? 1u : 0u)) & Window : 0;
    }

    /// <summary>A frame that says nothing: damaged, or the same as the one before. A row of them ends an alarm, since nothing moves.</summary>
    public void Ignored()
    {
        if (++_ignored >= Frames)
        {
            _exceeded = 0;
        }
    }

    /// <summary>A frame in which the whole picture differs from the one before.</summary>
    public void WholeSceneChanged(TimeSpan at)
    {
        _exceeded = 0;
        _changedSince ??= at;
        _changedLast = at;
    }

    /// <summary>What follows has nothing to do with what was before.</summary>
    public void Reset() => (_exceeded, _ignored, _changedSince) = (0, 0, null);
}
