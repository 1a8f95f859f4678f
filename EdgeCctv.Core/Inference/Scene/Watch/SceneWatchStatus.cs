namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>How the scene is watched at one moment, for operators. Immutable.</summary>
public sealed record SceneWatchStatus
{
    /// <summary>Nothing is known, nothing is watched.</summary>
    public static SceneWatchStatus None { get; } = new();

    /// <summary>Whether the configuration wants the scene watched at all.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>What is being done.</summary>
    public ScenePhase Phase { get; init; }

    /// <summary>Whether a frame was looked at just now.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>
    /// Whether one could also be judged: only then is silence a sign of calm. It cannot while frames keep being skipped, since what
    /// moved from one to the next is not known.
    /// </summary>
    public bool IsJudged { get; init; }

    /// <summary>Whether frames are looked at, and too many of them are skipped to judge any.</summary>
    public bool IsSkipping => Phase == ScenePhase.Watching && !IsJudged;

    /// <summary>Locator of the camera without its secrets; null before there was one.</summary>
    public string? Camera { get; init; }

    /// <summary>The learning under way; null for none.</summary>
    public SceneLearningStatus? Learning { get; init; }

    /// <summary>The models of this camera, the newest first.</summary>
    public IReadOnlyList<SceneModelEntry> Models { get; init; } = [];

    /// <summary>The one in use; null for none.</summary>
    public SceneModelEntry? Active { get; init; }

    /// <summary>How unusual the newest frame is; null when none was scored just now.</summary>
    public float? Score { get; init; }

    /// <summary>How much is where hardly ever anything is, 0 to 1; null when that was not told just now.</summary>
    public float? Place { get; init; }

    /// <summary>The threshold in force; null without a model.</summary>
    public float? Threshold { get; init; }

    /// <summary>Whether an operator chose it in place of the model's own.</summary>
    public bool IsThresholdChosen { get; init; }

    /// <summary>Whether nothing may be learnt.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>The alarm that is on; null while none is.</summary>
    public SceneAlarm? Alarm { get; init; }

    /// <summary>The newest alarm, on or over; null before the first.</summary>
    public SceneAlarm? LastAlarm { get; init; }

    /// <summary>What an operator should know: why nothing suits, what went wrong, what was done. Whole sentences, may be empty.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];
}

/// <summary>The learning under way. Immutable.</summary>
/// <param name="Name">What the model will be called.</param>
/// <param name="By">Who began it.</param>
/// <param name="Began">When.</param>
/// <param name="Least">How much video it learns from at least.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="IsFinishing">Whether the model is being computed.</param>
public sealed record SceneLearningStatus(
    string Name, string By, DateTimeOffset Began, TimeSpan Least, LearningProgress Progress, bool IsFinishing)
{
    // The rest is the computing.
    private const double MostBeforeTheModel = 0.98;

    /// <summary>0 to 1, by time and by what was seen, whichever is less; below 1 until the model is there.</summary>
    public double Share => IsFinishing ? MostBeforeTheModel : MostBeforeTheModel * Math.Min(Math.Min(Progress.Duration / Least, 1), Progress.Share);
}
