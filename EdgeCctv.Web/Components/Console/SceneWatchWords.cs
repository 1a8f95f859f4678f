using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Live;
using EdgeCctv.Web.Texts;

namespace EdgeCctv.Web.Components.Console;

/// <summary>What the scene's watch means, in words for people. Pure.</summary>
internal static class SceneWatchWords
{
    /// <summary>An alarm that is over is still told for this long: whoever was away for a moment sees it.</summary>
    public static readonly TimeSpan AlarmIsNewsFor = TimeSpan.FromMinutes(10);

    // An hour is not foretold from a minute.
    private static readonly TimeSpan TellsOfAnHour = TimeSpan.FromMinutes(5);

    private const string Analyser = "scene";

    /// <summary>The state in one look. Only a watch that judged a frame just now may be called calm.</summary>
    /// <param name="status">What is known.</param>
    /// <param name="now">Wall clock.</param>
    public static SceneLook Of(ConsoleStatus status, DateTimeOffset now) => (status.Scene, Lane(status)) switch
    {
        ({ IsEnabled: false }, _) => new("off", SceneTexts.OffChip, Tone.Off, SceneTexts.OffHeadline, SceneTexts.OffDetail),
        (_, { State: AnalyzerState.Stalled } stalled) => Stalled(stalled),
        _ when status.Camera.State != CameraState.Running => NoPicture(Tone.Off, SceneTexts.NoPictureDetail),
        _ when status.FrozenFor is not null => NoPicture(Tone.Bad, SceneTexts.FrozenDetail),
        (_, { State: AnalyzerState.Loading }) => new("loading", SceneTexts.LoadingChip, Tone.Busy, SceneTexts.LoadingHeadline, ""),
        ({ Alarm: { } alarm }, _) => new("alarm", SceneTexts.AlarmChip, Tone.Bad, Told.With(SceneTexts.AlarmHeadline, Told.Time(alarm.Began)), Why(alarm)) { Utc = Told.Utc(alarm.Began) },
        ({ Learning: { } learning }, _) => new("learning", SceneTexts.LearningChip, Tone.Busy, SceneTexts.LearningHeadline, Learning(learning)),
        ({ IsCurrent: false }, _) => NoPicture(Tone.Bad, SceneTexts.NotLookedDetail),
        ({ Phase: ScenePhase.WholeSceneChange }, _) => new("whole-scene-change", SceneTexts.ChangeChip, Tone.Busy, SceneTexts.ChangeHeadline, SceneTexts.ChangeDetail),
        ({ IsSkipping: true }, _) => new("skipping", SceneTexts.SkippingChip, Tone.Bad, SceneTexts.NothingWatched, SceneTexts.SkippingDetail),
        ({ Phase: ScenePhase.Watching } scene, _) => Watching(scene, now),
        ({ Models.Count: > 0 } scene, _) => new("nothing-learnt", SceneTexts.UnsuitedChip, Tone.Bad, SceneTexts.NothingWatched, Unsuited(scene)),
        _ => new("nothing-learnt", SceneTexts.NothingLearntChip, Tone.Bad, SceneTexts.NothingWatched, $"{SceneTexts.NothingLearntDetail} {SceneTexts.LearnTheSceneAdvice}"),
    };

    /// <summary>"Learnt 12 min, 18,000 frames, on 22 Nov 14:02".</summary>
    public static string Learnt(SceneModelInfo info) =>
        Told.With(SceneTexts.Learnt, Duration(info.Duration), Told.Number(info.Frames), Told.Day(info.LearntAt));

    /// <summary>Whether it is alarmed when something is where hardly ever anything is.</summary>
    public static string Places(SceneModelInfo info) => info.PlaceThreshold is not null
        ? SceneTexts.PlacesWatched
        : info.Duration < SceneModel.LeastForPlaces ? Told.With(SceneTexts.PlacesTooShort, Duration(SceneModel.LeastForPlaces)) : SceneTexts.PlacesRestless;

    /// <summary>"4 of at least 10 min, 3,600 frames seen. Enough was seen."</summary>
    public static string Learning(SceneLearningStatus learning) => learning.IsFinishing
        ? Told.With(SceneTexts.LearningFinishing, Told.Number(learning.Progress.Frames))
        : Told.With(
            SceneTexts.LearningProgress, Duration(learning.Progress.Duration), Duration(learning.Least), Told.Number(learning.Progress.Frames), Sentences.Of(learning.Progress.Verdict));

    /// <summary>"At this threshold the last 10 minutes would have alarmed 3 times (18 an hour)."</summary>
    public static string Preview(AlarmPreview preview) => preview switch
    {
        { EventsPerHour: { } perHour, Events: > 0 } when preview.Watched >= TellsOfAnHour =>
            Told.With(SceneTexts.PreviewByTheHour, Duration(preview.Watched), Times(preview.Events), Told.Number(perHour)),
        { EventsPerHour: not null } => Told.With(SceneTexts.Preview, Duration(preview.Watched), Times(preview.Events)),
        _ => SceneTexts.PreviewTooLittle,
    };

    public static string Duration(TimeSpan time) => time < TimeSpan.FromMinutes(1)
        ? Told.With(UnitTexts.Seconds, Told.Number(Math.Floor(time.TotalSeconds)))
        : Told.With(UnitTexts.Minutes, Told.Short(Math.Floor(time.TotalMinutes * 10) / 10));

    /// <summary>One place after the point; scores and thresholds.</summary>
    public static string Score(float? score) => score is { } value ? Told.Number(value, 1) : "–";

    private static AnalyzerStatus? Lane(ConsoleStatus status) => status.Analysis.FirstOrDefault(one => one.Name == Analyser);

    private static SceneLook NoPicture(Tone tone, string detail) => new("no-picture", SceneTexts.NoPictureChip, tone, SceneTexts.NothingWatched, detail);

    private static SceneLook Stalled(AnalyzerStatus lane)
    {
        string?[] detail =
        [
            Sentences.OrNone(lane.Cause), lane.NextTry is { } next ? Told.With(SceneTexts.StalledNextTry, Told.Time(next)) : null, SceneTexts.StalledAdvice,
        ];
        return new("stalled", SceneTexts.StalledChip, Tone.Bad, SceneTexts.StalledHeadline, string.Join(' ', detail.Where(sentence => !string.IsNullOrEmpty(sentence))))
        {
            Utc = lane.NextTry is { } at ? Told.Utc(at) : null,
        };
    }

    private static SceneLook Watching(SceneWatchStatus scene, DateTimeOffset now)
    {
        var last = scene.LastAlarm is { } alarm && now - alarm.Last < AlarmIsNewsFor ? alarm : null;
        var detail = last is null ? "" : Told.With(SceneTexts.LastAlarm, Told.Clock(last.Began), Told.Time(last.Last), Why(last));
        return new("watching", SceneTexts.WatchingChip, Tone.Good, SceneTexts.WatchingHeadline, detail) { Utc = last is null ? null : Told.Utc(last.Began) };
    }

    private static string Unsuited(SceneWatchStatus scene) =>
        $"{(scene.Notices is [var notice, ..] ? Sentences.Of(notice) : SceneTexts.UnsuitedDetail)} {SceneTexts.LearnTheSceneAdvice}";

    private static string Why(SceneAlarm alarm) => Sentences.OrNone(alarm.Why) ?? SceneTexts.AlarmWhy;

    private static string Times(int count) => count switch
    {
        0 => SceneTexts.TimesNone,
        1 => SceneTexts.TimesOne,
        2 => SceneTexts.TimesTwo,
        _ => Told.With(SceneTexts.TimesMany, Told.Number(count)),
    };
}

/// <summary>The state of the scene's watch in one look.</summary>
/// <param name="Word">For machines, kebab-case.</param>
/// <param name="Chip">One or two words.</param>
/// <param name="Tone">What its colour and sign mean.</param>
/// <param name="Headline">Changes only with the state: read out once.</param>
/// <param name="Detail">May change at any time.</param>
internal sealed record SceneLook(string Word, string Chip, Tone Tone, string Headline, string Detail)
{
    /// <summary>The moment that it tells of, in UTC; null for none.</summary>
    public string? Utc { get; init; }
}
