using Microsoft.Extensions.Logging;

namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>Begins and ends learning, by command and by itself, and knows how far it is. Thread-safe; nothing here waits for an analysis.</summary>
public sealed class LearningControl(SceneLibrary library, SceneSettings settings, TimeProvider clock, ILogger<LearningControl> logger)
{
    /// <summary>What a first model is called.</summary>
    public const string DefaultName = "scene";

    private const string Itself = "the program itself";

    private static readonly LearningProgress Nothing = new(0, TimeSpan.Zero, 0, 0);

    private readonly Lock _lock = new();
    private SceneLearning? _current;
    private SceneLearning? _goingOn;
    private LearningProgress _progress = Nothing;
    private bool _isFinishing;

    // Of the library, when the learning began.
    private int _replacements;

    // An operator does not want it learnt by itself, or the last try was in vain.
    private bool _isDeclined;
    private string? _notice;

    /// <summary>Raised when learning has begun or ended; on the thread that did it: handlers must be quick.</summary>
    public event Action? Changed;

    /// <summary>The learning under way; read by the analyser for every frame.</summary>
    internal SceneLearning? Current => Volatile.Read(ref _current);

    /// <summary>The learning that has brought a model and goes on beside watching; read by the analyser for every frame.</summary>
    internal SceneLearning? GoingOn => Volatile.Read(ref _goingOn);

    /// <summary>What an operator should know of the last learning; null for nothing.</summary>
    internal string? Notice
    {
        get
        {
            lock (_lock)
            {
                return _notice;
            }
        }
    }

    /// <summary>Begins to learn what is normal; until there is a model nothing is alarmed.</summary>
    /// <param name="least">How much video to learn from at least; it goes on by itself until enough was seen.</param>
    /// <param name="name">What to call the model, in place of one of this name.</param>
    /// <param name="by">Who asks.</param>
    public SceneReply Begin(TimeSpan least, string name, string by)
    {
        if (SceneModelName.Clean(name) is not { } clean)
        {
            return SceneReply.BadName();
        }

        return least < SceneSettings.ShortestLearning || least > SceneSettings.LongestLearning
            ? SceneReply.Invalid("Learning takes from half a minute to 12 hours.")
            : Begin(new SceneLearning(library.KnownName(clean), least, by, clock.GetUtcNow()));
    }

    /// <summary>Ends learning now: with a model where enough was seen, else without.</summary>
    public SceneReply Stop(string by) => End(by, isToKeep: true);

    /// <summary>Ends learning now and keeps nothing of it; what was in use before is used again.</summary>
    public SceneReply Cancel(string by) => End(by, isToKeep: false);

    /// <summary>How it is at this moment; null when nothing is being learnt.</summary>
    internal SceneLearningStatus? Read()
    {
        lock (_lock)
        {
            return _current is { } one ? new(one.Name, one.By, one.Began, one.Least, _progress, _isFinishing) : null;
        }
    }

    /// <summary>Another camera: what was begun is no longer wanted.</summary>
    internal void Reset()
    {
        lock (_lock)
        {
            (_current, _goingOn, _progress, _isFinishing, _isDeclined, _notice) = (null, null, Nothing, false, false, null);
        }
    }

    /// <summary>There is no model that suits, or the scene is another one: learns by itself where that is wanted.</summary>
    internal void BeginByItself(string name)
    {
        if (settings.LearnsByItself && library.Camera is { } camera && !Volatile.Read(ref _isDeclined) && !library.Choices.IsFrozen)
        {
            Begin(new SceneLearning(name, camera.LearnFor, Itself, clock.GetUtcNow(), settings.LearnFor));
        }
    }

    /// <summary>A model that was deleted is there again: what began by itself, as it does for want of one, is no longer wanted.</summary>
    internal void OnBroughtBack()
    {
        lock (_lock)
        {
            if (_current?.By != Itself)
            {
                return;
            }

            (_current, _progress, _isFinishing) = (null, Nothing, false);
        }

        Changed?.Invoke();
    }

    /// <summary>How far learning is; not heard when that learning has ended.</summary>
    internal void OnProgress(SceneLearning learning, LearningProgress progress, bool isFinishing)
    {
        lock (_lock)
        {
            if (learning == _current)
            {
                (_progress, _isFinishing) = (progress, isFinishing);
            }
        }
    }

    /// <summary>Learning has brought a model: it is kept and used.</summary>
    internal void OnLearnt(SceneLearning learning, SceneModel model, double falseAlarmsPerHour)
    {
        if (library.Camera is not { } camera || (learning != Current && !MayGoOn(learning)))
        {
            return;
        }

        // Kept before it ends: else the analyser would see neither a learning nor a model, and begin anew.
        SceneLog.Learnt(logger, camera.Name, learning.Name, model.Info.Frames, model.Threshold);
        library.Keep(camera, learning.Name, model);
        var goesOn = model.Info.Duration < learning.GoesOnUntil && !learning.IsToFinish && IsWanted(learning);
        if (TryEnd(learning, $"'{learning.Name}' was learnt from {model.Info.Frames} frames. {(goesOn ? GoesOn(learning) : LearningForecast.Words(model.Info.Duration, falseAlarmsPerHour))}", goesOn))
        {
            Changed?.Invoke();
        }
    }

    /// <summary>Whether a learning may still better its model while that is in use: not once an operator has chosen something else.</summary>
    internal bool MayGoOn(SceneLearning learning) => learning == GoingOn && IsWanted(learning);

    /// <summary>Nobody betters its model any more: it is not wanted, which whoever ended that knows, or what it had seen is gone.</summary>
    internal void NoLongerGoesOn(SceneLearning learning)
    {
        var isLost = IsWanted(learning);
        lock (_lock)
        {
            if (learning != _goingOn)
            {
                return;
            }

            (_goingOn, _notice) = (null, isLost ? $"Learning goes on no longer: the analysis was made anew, and what it had seen is gone. The model '{learning.Name}' stays; learn anew for a better one." : null);
        }

        Changed?.Invoke();
    }

    /// <summary>Learning has broken.</summary>
    internal void OnBroke(SceneLearning learning, string reason)
    {
        var hasModel = learning == GoingOn;
        if (TryEnd(learning, $"Learning has ended without a{(hasModel ? " better" : "")} model: {reason}"))
        {
            SceneLog.LearningEnded(logger, library.Camera?.Name ?? "", reason);
            Volatile.Write(ref _isDeclined, !hasModel);
            Changed?.Invoke();
        }
    }

    private bool IsWanted(SceneLearning learning) =>
        library.Choices is { IsFrozen: false, Threshold: null } choices && (choices.Model == learning.Name || library.UnsavedName == learning.Name)
        && library.Replacements == Volatile.Read(ref _replacements);

    private SceneReply Begin(SceneLearning learning)
    {
        lock (_lock)
        {
            var refusal = !settings.IsEnabled ? "The scene is not watched: EdgeCctv:Analysis:Scene:Enabled is false."
                : library.Camera is null ? SceneReply.NoCamera().Message
                : library.Choices.IsFrozen ? "The models are frozen: unfreeze them first."
                : !library.HasRoomFor(learning.Name) ? SceneReply.Full().Message
                : _current is { } other ? FormattableString.Invariant($"'{other.Name}' is being learnt since {other.Began:HH:mm} UTC: stop that first.")
                : null;
            if (refusal is not null)
            {
                return SceneReply.Refused(refusal);
            }

            (_current, _goingOn, _progress, _isFinishing, _notice) = (learning, null, Nothing, false, null);
            Volatile.Write(ref _replacements, library.Replacements);
        }

        SceneLog.LearningBegan(logger, library.Camera?.Name ?? "", learning.Least.TotalMinutes, learning.By);
        Changed?.Invoke();
        return SceneReply.Done($"'{learning.Name}' is being learnt; nothing is alarmed meanwhile.");
    }

    private SceneReply End(string by, bool isToKeep)
    {
        SceneReply reply;
        lock (_lock)
        {
            if (_current is not { } learning)
            {
                var wentOn = _goingOn is not null;
                (_goingOn, _notice) = (null, wentOn ? null : _notice);
                return SceneReply.Done(wentOn ? "Learning goes on no longer; the model stays." : "Nothing is being learnt.");
            }

            if (isToKeep && (_isFinishing || _progress.IsEnough))
            {
                learning.AskToFinish();
                reply = SceneReply.Done("Learning ends with what was seen.");
            }
            else
            {
                // Begun again by itself at once, it could not be stopped at all.
                (_current, _isFinishing, _isDeclined) = (null, false, true);
                _notice = $"Learning was stopped by {by}, and nothing was kept.{(isToKeep ? $" {_progress.Verdict}" : "")}";
                SceneLog.LearningEnded(logger, library.Camera?.Name ?? "", _notice);
                reply = SceneReply.Done(_notice);
            }
        }

        Changed?.Invoke();
        return reply;
    }

    private static string GoesOn(SceneLearning learning) => FormattableString.Invariant(
        $"Learning goes on beside watching until {learning.GoesOnUntil.TotalMinutes:0.#} minutes were seen; what is alarmed is left out of it.");

    private bool TryEnd(SceneLearning learning, string notice, bool goesOn = false)
    {
        lock (_lock)
        {
            if (learning != _current && learning != _goingOn)
            {
                return false;
            }

            (_goingOn, _isFinishing, _notice) = (goesOn ? learning : null, false, notice);

            // Last: the analyser, which asks without the lock, must not see neither of the two and drop what was seen.
            Volatile.Write(ref _current, null);
            return true;
        }
    }
}
