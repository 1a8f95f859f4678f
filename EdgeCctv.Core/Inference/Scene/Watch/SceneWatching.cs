using System.Collections.Immutable;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Zones;

namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>Compares frames with one model: picks them at its rate, scores them, and says what stands out, where and why. The analyser's thread.</summary>
internal sealed class SceneWatching : IDisposable
{
    private readonly SceneScorer _scorer;
    private readonly ZoneSet _zones;
    private readonly SceneCadence _cadence;
    private readonly AlarmRule _rule;
    private ImmutableArray<Zone> _masked = [];
    private TimeSpan? _changedSince;
    private TimeSpan _changedLast;
    private bool _shouldLearnAgain;

    /// <param name="learnt">The model.</param>
    /// <param name="scorer">For this model; disposed with this.</param>
    /// <param name="zones">Looked at for every frame.</param>
    public SceneWatching(LearntModel learnt, SceneScorer scorer, ZoneSet zones)
    {
        (Learnt, _scorer, _zones) = (learnt, scorer, zones);
        Interval = learnt.Model.Info.Interval;
        (_cadence, _rule) = (new SceneCadence(Interval), new AlarmRule(learnt.Model.Threshold, learnt.Model.Info.PlaceThreshold));
    }

    public LearntModel Learnt { get; }

    /// <summary>Frames are picked at this interval.</summary>
    public TimeSpan Interval { get; }

    /// <summary>A change of the whole picture that has just ended; null when none has.</summary>
    public (TimeSpan Lasted, bool ShouldLearnAgain)? EndedChange { get; private set; }

    /// <summary>What is to be said of the next frame; null for one that is passed over or begins a stream.</summary>
    /// <param name="picture">Of the model's size.</param>
    /// <param name="at">When it was taken.</param>
    /// <param name="threshold">In force.</param>
    public SceneFinding? Look(GreyPicture picture, TimeSpan at, float threshold)
    {
        EndedChange = null;
        var step = _cadence.Add(at);
        if (step == CadenceStep.TooEarly)
        {
            return null;
        }

        if (step == CadenceStep.AfterGap)
        {
            _scorer.Cut();
        }

        ApplyZones();
        _rule.Threshold = threshold;
        var scoring = _scorer.Score(picture);
        if (scoring == SceneStep.First)
        {
            return null;
        }

        Judge(scoring, at);
        return Say(scoring, threshold);
    }

    /// <summary>What follows has nothing to do with what was before.</summary>
    public void Reset()
    {
        _scorer.Reset();
        _cadence.Reset();
        _rule.Reset();
        _shouldLearnAgain = false;
        _changedSince = null;
    }

    /// <summary>Ends the look that is under way, and refuses later ones; from any thread.</summary>
    public void Terminate() => _scorer.Terminate();

    public void Dispose() => _scorer.Dispose();

    private void Judge(SceneStep scoring, TimeSpan at)
    {
        switch (scoring)
        {
            case SceneStep.Compared:
                _rule.Scored(_scorer.Result, at);
                break;
            case SceneStep.WholeSceneChange:
                _rule.WholeSceneChanged(at);
                (_changedSince, _changedLast) = (_changedSince ?? at, at);
                _shouldLearnAgain |= _rule.ShouldLearnAgain;
                break;
            default:
                _rule.Ignored();
                break;
        }

        if (_changedSince is { } began && !_rule.IsWholeSceneChange)
        {
            EndedChange = (_changedLast - began, _shouldLearnAgain);
            _shouldLearnAgain = false;
            _changedSince = null;
        }
    }

    private SceneFinding Say(SceneStep scoring, float threshold)
    {
        if (_rule.IsWholeSceneChange)
        {
            return new SceneFinding(ScenePhase.WholeSceneChange) { Threshold = threshold };
        }

        var finding = new SceneFinding(ScenePhase.Watching) { Threshold = threshold, IsAlarm = _rule.IsAlarm };
        var result = _scorer.Result;
        if (scoring != SceneStep.Compared || !result.IsSteady)
        {
            return finding;
        }

        finding = finding with { Score = result.Score, Place = result.Place, IsOutOfPlace = _rule.IsOutOfPlace };
        return _rule.IsAlarm ? finding with { Heat = Heat(threshold), Why = Why() }
            : result.Score > threshold || IsOutOfPlace(result) ? finding with { Heat = Heat(threshold) }
            : finding;
    }

    private bool IsOutOfPlace(SceneScore result) => result.Place > Learnt.Model.Info.PlaceThreshold;

    private string Why()
    {
        var result = _scorer.Result;
        return _rule.IsOutOfPlace && !_rule.IsUnusual
            ? SceneWords.WhyThere(Learnt.Model.Geometry, result.PlaceCells, NameOf)
            : SceneWords.Why(Learnt.Model, result.Cues, result.Fast, result.Wide, result.Odd, NameOf);
    }

    private string? NameOf(ZonePoint point) => ZoneGeometry.NamesAt(_masked, point).FirstOrDefault();

    private HeatMap Heat(float threshold)
    {
        var result = _scorer.Result;
        var (scale, placeScale) = (128 / Math.Max(threshold, 1e-3f), result.Place is null ? 0 : 128 / (Learnt.Model.Info.PlaceThreshold ?? float.PositiveInfinity));
        var values = new byte[result.Heat.Length];
        for (var cell = 0; cell < values.Length; cell++)
        {
            values[cell] = (byte)Math.Clamp(Math.Max(result.Heat[cell] * scale, result.PlaceCells[cell] * placeScale), 0, 255);
        }

        var (geometry, edge) = (Learnt.Model.Geometry, (SceneGeometry.SmallKernel - SceneGeometry.Stride) / 2.0);
        return new HeatMap(
            geometry.Small.Columns,
            geometry.Small.Rows,
            edge / geometry.Width,
            edge / geometry.Height,
            (double)SceneGeometry.Stride / geometry.Width,
            (double)SceneGeometry.Stride / geometry.Height,
            values);
    }

    // Zones change while they are drawn; masks are made only then.
    private void ApplyZones()
    {
        if (_zones.Zones == _masked)
        {
            return;
        }

        _masked = _zones.Zones;
        Fill(_scorer.SmallMask, ZoneGrid.Small(Learnt.Model.Geometry));
        Fill(_scorer.LargeMask, ZoneGrid.Large(Learnt.Model.Geometry));
    }

    private void Fill(Span<float> mask, ZoneGrid grid)
    {
        var counts = ZoneGeometry.Mask(_masked, grid);
        for (var cell = 0; cell < counts.Length; cell++)
        {
            mask[cell] = counts[cell] ? 1 : 0;
        }
    }
}
