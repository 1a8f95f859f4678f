using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Scene.Watch;

namespace EdgeCctv.Web.Api;

/// <summary>How the scene is watched, as <c>/status</c> says it.</summary>
internal sealed record SceneAnswer
{
    public required bool Enabled { get; init; }

    /// <summary>off, learning, watching or whole-scene-change.</summary>
    public required string Phase { get; init; }

    /// <summary>Whether a frame was looked at just now; without that, no alarm means nothing.</summary>
    public required bool Current { get; init; }

    public required SceneLearningAnswer? Learning { get; init; }

    public required SceneModelAnswer? Model { get; init; }

    public required float? Score { get; init; }

    public required float? Threshold { get; init; }

    /// <summary>How much is where hardly ever anything is, 0 to 1; null where that cannot be told.</summary>
    public required float? Place { get; init; }

    /// <summary>More than this is alarmed; null where what is where is not watched.</summary>
    public required float? PlaceThreshold { get; init; }

    /// <summary>Whether an operator chose the threshold in place of the model's own.</summary>
    public required bool ThresholdChosen { get; init; }

    public required bool Frozen { get; init; }

    public required bool Alarm { get; init; }

    public required SceneAlarmAnswer? LastAlarm { get; init; }

    public required IReadOnlyList<string> Notices { get; init; }

    public static SceneAnswer Of(SceneWatchStatus status) => new()
    {
        Enabled = status.IsEnabled,
        Phase = status.Phase.Word(),
        Current = status.IsJudged,
        Learning = SceneLearningAnswer.Of(status.Learning),
        Model = status.Active is { } active ? SceneModelAnswer.Of(active, active) : null,
        Score = status.Score,
        Threshold = status.Threshold,
        Place = status.Place,
        PlaceThreshold = status.Active?.Info.PlaceThreshold,
        ThresholdChosen = status.IsThresholdChosen,
        Frozen = status.IsFrozen,
        Alarm = status.Alarm is not null,
        LastAlarm = status.LastAlarm is { } alarm ? new(alarm.Began, alarm.Last, alarm.Why, alarm.Score) : null,
        Notices = status.Notices,
    };
}

/// <summary>The learning under way; <c>verdict</c> says whether enough was seen, and what is missing.</summary>
internal sealed record SceneLearningAnswer(
    string Name, string By, DateTimeOffset Began, double Share, double LeastS, double SeenS, int Frames, bool Enough, string Verdict, bool Finishing)
{
    public static SceneLearningAnswer? Of(SceneLearningStatus? learning) => learning is null ? null : new(
        learning.Name,
        learning.By,
        learning.Began,
        Math.Round(learning.Share, 3),
        learning.Least.TotalSeconds,
        Math.Round(learning.Progress.Duration.TotalSeconds, 1),
        learning.Progress.Frames,
        learning.Progress.IsEnough,
        learning.Progress.Verdict,
        learning.IsFinishing);
}

/// <summary>One alarm: the first and the last frame of it, and why.</summary>
internal sealed record SceneAlarmAnswer(DateTimeOffset Began, DateTimeOffset Last, string? Why, float Score);

/// <summary><c>GET /analysis/models</c>.</summary>
internal sealed record SceneModelsAnswer(string? Camera, bool Frozen, IReadOnlyList<SceneModelAnswer> Models)
{
    public static SceneModelsAnswer Of(SceneWatchStatus status) =>
        new(status.Camera, status.IsFrozen, [.. status.Models.Select(one => SceneModelAnswer.Of(one, status.Active))]);
}

/// <summary>One model of a scene.</summary>
internal sealed record SceneModelAnswer(
    string Name, bool Active, string Camera, int Width, int Height, double FramesPerSecond, DateTimeOffset LearntAt, int Frames, double DurationS, float Threshold, float? PlaceThreshold, long Bytes, bool CanUndo)
{
    public static SceneModelAnswer Of(SceneModelEntry model, SceneModelEntry? active) => new(
        model.Name,
        model.Name == active?.Name,
        model.Info.Camera,
        model.Geometry.Width,
        model.Geometry.Height,
        model.Info.FramesPerSecond,
        model.Info.LearntAt,
        model.Info.Frames,
        Math.Round(model.Info.Duration.TotalSeconds, 1),
        model.Info.Threshold,
        model.Info.PlaceThreshold,
        model.Bytes,
        model.CanUndo);
}

/// <summary>What became of a command to the scene's watch.</summary>
internal sealed record SceneCommandAnswer(bool Success, string Message);

internal static class ScenePhaseWords
{
    public static string Word(this ScenePhase phase) => phase switch
    {
        ScenePhase.Off => "off",
        ScenePhase.Learning => "learning",
        ScenePhase.Watching => "watching",
        ScenePhase.WholeSceneChange => "whole-scene-change",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "Unknown phase."),
    };
}
