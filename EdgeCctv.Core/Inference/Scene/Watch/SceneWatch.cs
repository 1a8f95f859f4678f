using EdgeCctv.Core.Frames;
using Microsoft.Extensions.Logging;

namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>
/// What the scene analysis does and finds, for operators to see. The analyser asks here what to do and tells here what came of it.
/// Thread-safe; nothing here waits for an analysis.
/// </summary>
public sealed class SceneWatch : IFrameObserver
{
    /// <summary>What looked at no frame for this long is not watching; for slow cameras three of their own intervals.</summary>
    public static readonly TimeSpan CurrentFor = TimeSpan.FromSeconds(3);

    // A score goes over seven pairs; slow models take longer to have one again.
    private const int JudgedForFrames = 10;

    private readonly Lock _lock = new();
    private readonly SceneSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ScoreHistory _history = new();
    private readonly SceneAlarmLog _alarms = new();
    private object? _analyser;
    private SceneFinding? _finding;
    private long _foundAt;
    private long? _unjudgedSince;
    private long _clearedAt = long.MinValue;
    private TimeSpan _currentFor = CurrentFor;
    private LearntModel? _active;
    private string? _misfit;
    private string? _change;

    public SceneWatch(SceneLibrary library, LearningControl learning, SceneSettings settings, TimeProvider clock, ILogger<SceneWatch> logger)
    {
        (Library, Learning, _settings, _clock, _logger) = (library, learning, settings, clock, logger);
        library.Changed += Tell;
        library.BroughtBack += learning.OnBroughtBack;
        learning.Changed += Tell;
    }

    /// <summary>Raised after whatever an operator sees has changed but the score; on the thread that changed it: handlers must be quick.</summary>
    public event Action? Changed;

    /// <summary>The models and what is done to them.</summary>
    public SceneLibrary Library { get; }

    /// <summary>Begins and ends learning.</summary>
    public LearningControl Learning { get; }

    // The scale of the frames' times.
    private TimeSpan Now => _clock.GetElapsedTime(0);

    /// <summary>Watches another camera, or, with null, none. The same again changes nothing.</summary>
    public void Use(SceneCamera? camera)
    {
        if (camera == Library.Camera)
        {
            return;
        }

        lock (_lock)
        {
            (_finding, _active, _misfit, _change) = (null, null, null, null);
            _history.Clear();
            _alarms.Clear();
        }

        Library.Use(camera);
        Learning.Reset();
        Tell();
    }

    /// <summary>How it is at this moment.</summary>
    public SceneWatchStatus Read()
    {
        var ((models, problems), choices, learning) = (Library.Read(), Library.Choices, Learning.Read());
        lock (_lock)
        {
            var isCurrent = _finding is not null && _clock.GetElapsedTime(_foundAt) < _currentFor;
            return new SceneWatchStatus
            {
                IsEnabled = _settings.IsEnabled,
                Phase = learning is not null ? ScenePhase.Learning : isCurrent ? _finding!.Phase : ScenePhase.Off,
                IsCurrent = isCurrent,
                IsJudged = isCurrent && (_unjudgedSince is not { } since || _clock.GetElapsedTime(since) < JudgedFor),
                Camera = Library.Camera?.Name,
                Learning = learning,
                Models = models,
                Active = _active?.Entry,
                Score = isCurrent ? _finding!.Score : null,
                Place = isCurrent ? _finding!.Place : null,
                Threshold = _active is null ? null : choices.Threshold ?? _active.Model.Threshold,
                IsThresholdChosen = choices.Threshold is not null,
                IsFrozen = choices.IsFrozen,
                Alarm = isCurrent && _alarms.IsOn ? _alarms.Newest : null,
                LastAlarm = _alarms.Newest,
                Notices = [.. new[] { _misfit, _change, Learning.Notice }.OfType<string>(), .. problems],
            };
        }
    }

    /// <summary>The largest score of each of the last seconds, oldest first; null for a second without any.</summary>
    public IReadOnlyList<float?> Trend(int seconds)
    {
        lock (_lock)
        {
            return _history.Trend(Now, seconds);
        }
    }

    /// <summary>What this threshold would have brought in the last ten minutes.</summary>
    public AlarmPreview Preview(float threshold)
    {
        ScoreSample[] samples;
        lock (_lock)
        {
            samples = _history.Read(Now);
        }

        return AlarmPreview.Of(samples, threshold);
    }

    /// <summary>Begins to learn, for the configured time and under the name of the model in use where none is given.</summary>
    public SceneReply Learn(TimeSpan? least, string? name, string by) =>
        Learning.Begin(least ?? Library.Camera?.LearnFor ?? _settings.LearnFor, name ?? Volatile.Read(ref _active)?.Entry.Name ?? LearningControl.DefaultName, by);

    /// <summary>Whatever an analyser that came before still says is not heard from here on.</summary>
    internal void Attach(object analyser)
    {
        lock (_lock)
        {
            _analyser = analyser;
        }
    }

    /// <summary>Which model is in use, and why the wanted one is not.</summary>
    internal void OnModel(object analyser, LearntModel? model, string? misfit)
    {
        lock (_lock)
        {
            if (analyser != _analyser || (_active == model && _misfit == misfit))
            {
                return;
            }

            if (_active != model)
            {
                // Each model has a scale of its own.
                _history.Clear();
            }

            (_active, _misfit, _change) = (model, misfit, null);
        }

        Tell();
    }

    /// <summary>What was found in a frame.</summary>
    /// <param name="analyser">Who says so.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="at">When it was taken.</param>
    /// <param name="finding">What was found.</param>
    internal void OnFinding(object analyser, Frame frame, TimeSpan at, SceneFinding finding)
    {
        bool isNews, isAlarm;
        lock (_lock)
        {
            if (analyser != _analyser || frame.ReceivedTimestamp <= _clearedAt)
            {
                return;
            }

            var (phase, alarms, wasOn) = (_finding?.Phase, _alarms.Count, _alarms.IsOn);
            var now = _clock.GetTimestamp();
            var isJudged = finding is not { Phase: ScenePhase.Watching, Score: null };

            // Not reset with the stream: where frames are missing again and again, so is it.
            var since = _clock.GetElapsedTime(_foundAt, now) < _currentFor ? _unjudgedSince ?? now : now;
            (_finding, _foundAt, _unjudgedSince) = (finding, now, isJudged ? null : since);
            _currentFor = frame.Interval is { } interval && 3 * interval > CurrentFor ? 3 * interval : CurrentFor;
            _alarms.Add(at, frame.ReceivedUtc, finding);
            Note(at, finding);
            isAlarm = alarms != _alarms.Count;
            isNews = isAlarm || phase != finding.Phase || wasOn != _alarms.IsOn;
        }

        if (isAlarm)
        {
            SceneLog.Alarm(_logger, Library.Camera?.Name ?? "", finding.Why);
        }

        if (isNews)
        {
            Tell();
        }
    }

    /// <summary>A change of the whole picture is over.</summary>
    /// <param name="lasted">How long it took.</param>
    /// <param name="isOther">Whether that was so long that the scene may be another one.</param>
    internal void OnWholeSceneChanged(TimeSpan lasted, bool isOther)
    {
        SceneLog.WholeSceneChanged(_logger, Library.Camera?.Name ?? "", lasted.TotalSeconds);
        if (!isOther)
        {
            return;
        }

        lock (_lock)
        {
            _change = FormattableString.Invariant(
                $"The whole picture changed for {lasted.TotalSeconds:0} s, until {_clock.GetUtcNow():HH:mm:ss} UTC. If the camera looks elsewhere now, learn anew.");
        }

        Learning.BeginByItself(Volatile.Read(ref _active)?.Entry.Name ?? LearningControl.DefaultName);
        Tell();
    }

    /// <summary>The stream begins anew: an alarm under way is over.</summary>
    internal void OnReset(object analyser)
    {
        lock (_lock)
        {
            if (analyser == _analyser)
            {
                EndFinding();
            }
        }
    }

    /// <inheritdoc/>
    void IFrameObserver.OnPublished(Frame frame)
    {
        // The analyser tells what comes of it.
    }

    /// <inheritdoc/>
    void IFrameObserver.OnCleared()
    {
        lock (_lock)
        {
            // The analyser hears of it with the next frame, and may still be busy with one from before.
            _clearedAt = _clock.GetTimestamp();
            EndFinding();
        }

        Tell();
    }

    private void EndFinding()
    {
        _finding = null;
        _alarms.End();
    }

    private TimeSpan JudgedFor =>
        _active is { } one && JudgedForFrames * one.Model.Info.Interval is var slow && slow > CurrentFor ? slow : CurrentFor;

    private void Note(TimeSpan at, SceneFinding finding)
    {
        if (finding.Phase == ScenePhase.WholeSceneChange)
        {
            _history.Add(new ScoreSample(at, null));
        }
        else if (finding.Score is { } score)
        {
            _history.Add(new ScoreSample(at, score, finding.IsOutOfPlace));
        }
    }

    private void Tell() => Changed?.Invoke();
}
