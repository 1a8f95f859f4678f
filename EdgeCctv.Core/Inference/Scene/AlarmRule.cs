namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// When scores become an alarm: three of the last five frames are unusual, or in twelve of the last fifteen something is where hardly
/// ever anything is. A whole-scene change is never alarmed; what was seen before it is forgotten. Knows no clock. One thread at a time.
/// </summary>
/// <param name="threshold">A larger score exceeds what is normal.</param>
/// <param name="placeThreshold">The same for what is out of place; null: that is not watched.</param>
public sealed class AlarmRule(float threshold, float? placeThreshold = null)
{
    /// <summary>Frames that are looked back on.</summary>
    public const int Frames = 5;

    /// <summary>So many of them must exceed the threshold.</summary>
    public const int Exceeding = 3;

    /// <summary>The same for what is out of place, which may take its time: a bird is gone before.</summary>
    internal const int PlaceFrames = 15;

    /// <inheritdoc cref="PlaceFrames"/>
    internal const int PlaceExceeding = 12;

    /// <summary>A whole-scene change that goes on for longer is no passing one: the scene should be learnt again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The picture must be calm for so long until a whole-scene change is over.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromSeconds(1);

    private Persistence _unusual = new(Frames, Exceeding);
    private Persistence _outOfPlace = new(PlaceFrames, PlaceExceeding);
    private int _ignored;
    private TimeSpan? _changedSince;
    private TimeSpan _changedLast;

    /// <summary>A larger score exceeds what is normal. A changed one holds from the next frame on.</summary>
    public float Threshold { get; set; } = threshold;

    /// <summary>Whether an alarm is on.</summary>
    public bool IsAlarm => IsUnusual || IsOutOfPlace;

    /// <summary>Whether one is on for what things look like or how they move.</summary>
    public bool IsUnusual => _changedSince is null && _unusual.IsMet;

    /// <summary>Whether one is on for where something is.</summary>
    public bool IsOutOfPlace => _changedSince is null && _outOfPlace.IsMet;

    /// <summary>Whether the whole scene is changing.</summary>
    public bool IsWholeSceneChange => _changedSince is not null;

    /// <summary>Whether it has been changing for so long that the scene should be learnt again.</summary>
    public bool ShouldLearnAgain => _changedLast - _changedSince >= Patience;

    /// <summary>A frame with all that was found in it.</summary>
    /// <param name="score">One right after a gap goes over few frames, and what is noise in it looks fast: it counts as ignored.</param>
    /// <param name="at">When, on a scale that only goes forward.</param>
    public void Scored(SceneScore score, TimeSpan at)
    {
        if (score.IsSteady)
        {
            Scored(score.Score, at, score.Place);
        }
        else
        {
            Ignored();
        }
    }

    /// <summary>A frame with a score.</summary>
    /// <param name="score">The frame's; one that is no number counts as ignored.</param>
    /// <param name="at">When, on a scale that only goes forward.</param>
    /// <param name="place">How much is where hardly ever anything is; null where that cannot be told.</param>
    public void Scored(float score, TimeSpan at, float? place = null)
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
        if (_changedSince is not null)
        {
            Forget();
            return;
        }

        _unusual.Add(score > Threshold);
        _outOfPlace.Add(place > placeThreshold);
    }

    /// <summary>A frame that says nothing: damaged, or the same as the one before. A row of them ends an alarm, since nothing moves.</summary>
    public void Ignored()
    {
        if (++_ignored >= Frames)
        {
            Forget();
        }
    }

    /// <summary>A frame in which the whole picture differs from the one before.</summary>
    public void WholeSceneChanged(TimeSpan at)
    {
        Forget();
        _changedSince ??= at;
        _changedLast = at;
    }

    /// <summary>What follows has nothing to do with what was before.</summary>
    public void Reset()
    {
        Forget();
        (_ignored, _changedSince) = (0, null);
    }

    private void Forget()
    {
        _unusual.Clear();
        _outOfPlace.Clear();
    }
}
