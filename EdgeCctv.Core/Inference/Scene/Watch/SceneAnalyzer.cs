using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>Learns from frames or compares them with what was learnt, as <see cref="SceneWatch"/> wants it. One thread at a time, but for <see cref="Terminate"/>.</summary>
/// <param name="watch">Says what to do, and is told what came of it.</param>
/// <param name="clock">Of the frames.</param>
/// <param name="open">Opens a model; may take seconds.</param>
internal sealed class SceneAnalyzer(SceneWatch watch, TimeProvider clock, Func<LearntModel, SceneWatching> open) : IFrameAnalyzer
{
    /// <summary>A rate that suits the model badly for this long is another one. A machine that is short of breath for some seconds is not meant.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);

    private readonly SceneRate _rate = new();
    private SceneLearningRun? _run;
    private volatile SceneWatching? _watching;
    private SceneLoading? _loading;
    private SceneGeometry? _geometry;
    private int? _seenVersion;
    private TimeSpan _lookedAt;
    private bool _wasAlarm;

    public AnalysisFinding? Analyze(Frame frame)
    {
        if (frame.Grey is not { } picture)
        {
            return null;
        }

        var (at, geometry) = (AnalysisIntake.OwnTime(frame, clock), new SceneGeometry(picture.Width, picture.Height));
        _rate.Add(at);
        var finding = SceneModelRules.Fault(geometry) is not null ? Refuse(geometry)
            : watch.Learning.Current is { } learning ? Learn(learning, geometry, picture, at)
            : Watch(geometry, picture, at);
        if (finding is not null)
        {
            watch.OnFinding(this, frame, at, finding);
        }

        if (_watching?.EndedChange is { } change)
        {
            watch.OnWholeSceneChanged(change.Lasted, change.ShouldLearnAgain);
        }

        return finding;
    }

    public void Reset()
    {
        _rate.Reset();
        _run?.Cut();
        _watching?.Reset();
        watch.OnReset(this);
    }

    public void Terminate() => _watching?.Terminate();

    public void Dispose() => Release();

    private SceneFinding Refuse(SceneGeometry size)
    {
        watch.OnModel(this, null, FormattableString.Invariant(
            $"The analysis picture of {size.Width}×{size.Height} is too small to tell anything: set EdgeCctv:Analysis:PictureSize to 270."));
        return new SceneFinding(ScenePhase.Off);
    }

    private SceneFinding Learn(SceneLearning learning, SceneGeometry geometry, GreyPicture picture, TimeSpan at)
    {
        if (_run?.IsFor(learning, geometry) != true)
        {
            _run = new SceneLearningRun(learning, geometry, watch.Library.Camera?.Name ?? "", watch.Learning, clock);
        }

        // What is learnt now is not what is watched next.
        Release();
        _run.Add(picture, at, _rate);
        return new SceneFinding(ScenePhase.Learning);
    }

    private SceneFinding? Watch(SceneGeometry geometry, GreyPicture picture, TimeSpan at)
    {
        DropWhatDoesNotGoOn(geometry);

        if (ShouldLookForAModel(geometry, at))
        {
            _lookedAt = at;
            Resolve(geometry);
        }

        if (_loading?.Take() is { } opened)
        {
            (_watching, _loading) = (opened, null);
        }

        if (_loading is not null)
        {
            return null;
        }

        if (_watching is not null)
        {
            var finding = _watching.Look(picture, at, watch.Library.Choices.Threshold ?? _watching.Learnt.Model.Threshold);
            _run?.GoOn(picture, at, _rate, isLeftOut: finding?.IsAlarm ?? _wasAlarm);
            _wasAlarm = finding?.IsAlarm ?? _wasAlarm;
            return finding;
        }

        watch.Learning.BeginByItself(watch.Library.FreeName(LearningControl.DefaultName));
        return new SceneFinding(watch.Learning.Current is null ? ScenePhase.Off : ScenePhase.Learning);
    }

    // An analyser that was made anew has seen nothing of what it would go on with.
    private void DropWhatDoesNotGoOn(SceneGeometry geometry)
    {
        var goingOn = watch.Learning.GoingOn;
        if (goingOn is not null && _run?.IsFor(goingOn, geometry) == true && watch.Learning.MayGoOn(goingOn))
        {
            return;
        }

        _run = null;
        if (goingOn is not null)
        {
            watch.Learning.NoLongerGoesOn(goingOn);
        }
    }

    // Without one now and then: the camera may have gone back to the rate of a model that is there.
    private bool ShouldLookForAModel(SceneGeometry geometry, TimeSpan at) =>
        _seenVersion != watch.Library.Version || _geometry != geometry
        || (_watching is { } one ? _rate.HasLeft(one.Interval, Patience) : _loading is null && at - _lookedAt > LookAgain);

    private void Resolve(SceneGeometry geometry)
    {
        (_seenVersion, _geometry) = (watch.Library.Version, geometry);
        var (model, misfit) = watch.Library.Find(geometry, _rate.Suits);
        if (model is null || !model.IsSameAs(_watching?.Learnt ?? _loading?.Learnt))
        {
            Release();
            _seenVersion = watch.Library.Version;
            _loading = model is null ? null : new SceneLoading(model, open);
        }

        watch.OnModel(this, model, misfit);
    }

    private void Release()
    {
        _loading?.Dispose();
        _watching?.Dispose();
        (_watching, _loading, _seenVersion) = (null, null, null);
    }
}
