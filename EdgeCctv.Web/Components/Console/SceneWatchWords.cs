using System.Globalization;
using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Live;

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
        ({ IsEnabled: false }, _) => new("off", "AI OFF", Tone.Off, "AI off", "The scene is not watched: EdgeCctv:Analysis:Scene:Enabled is false."),
        (_, { State: AnalyzerState.Stalled } stalled) => new("stalled", "AI STALLED", Tone.Bad, "AI stalled: nothing is watched", Stalled(stalled)),
        _ when status.Camera.State != CameraState.Running => new("no-picture", "NO PICTURE", Tone.Off, "Nothing is watched", "The camera gives no picture."),
        _ when status.FrozenFor is not null => new("no-picture", "NO PICTURE", Tone.Bad, "Nothing is watched", "The camera repeats one and the same picture."),
        (_, { State: AnalyzerState.Loading }) => new("loading", "AI STARTING", Tone.Busy, "AI starting: nothing is watched yet", ""),
        ({ Alarm: { } alarm }, _) => new("alarm", "ALARM", Tone.Bad, $"ALARM since {Time(alarm.Began)}", Why(alarm)),
        ({ Learning: { } learning }, _) => new("learning", "LEARNING", Tone.Busy, "Learning what is normal: nothing is alarmed yet", Learning(learning)),
        ({ IsCurrent: false }, _) => new("no-picture", "NO PICTURE", Tone.Bad, "Nothing is watched", "No new picture has been looked at for some seconds."),
        ({ Phase: ScenePhase.WholeSceneChange }, _) => new("whole-scene-change", "WHOLE-SCENE CHANGE", Tone.Busy, "The whole picture is changing", "Lights, shake or another view: nothing is alarmed until it is calm again."),
        ({ IsSkipping: true }, _) => new("skipping", "SKIPPING FRAMES", Tone.Bad, "Nothing is watched", "Too many frames are skipped to compare movement: the machine is too busy, or the camera stutters."),
        ({ Phase: ScenePhase.Watching } scene, _) => new("watching", "WATCHING", Tone.Good, "No alarm", Last(scene, now)),
        ({ Models.Count: > 0 } scene, _) => new("nothing-learnt", "NO MODEL SUITS", Tone.Bad, "Nothing is watched", Unsuited(scene)),
        _ => new("nothing-learnt", "NOTHING LEARNT", Tone.Bad, "Nothing is watched", "There is no model for this camera. Learn the scene: page Analysis."),
    };

    /// <summary>"Learnt 12 min, 18 000 frames, on 22 Nov 14:02 UTC".</summary>
    public static string Learnt(SceneModelInfo info) =>
        $"Learnt {Duration(info.Duration)}, {Number(info.Frames)} frames, on {Day(info.LearntAt)}";

    /// <summary>Whether it is alarmed when something is where hardly ever anything is.</summary>
    public static string Places(SceneModelInfo info) => info.PlaceThreshold is not null
        ? "Somebody or something where hardly ever anything is, is alarmed too, even if it stands still."
        : info.Duration < SceneModel.LeastForPlaces
            ? $"Where things are is not watched: that takes {Duration(SceneModel.LeastForPlaces)} of learning or more."
            : "Where things are is not watched: they kept turning up in new places while this was learnt. Learn longer.";

    /// <summary>"4 of at least 10 min, 3 600 frames seen. Enough was seen."</summary>
    public static string Learning(SceneLearningStatus learning) => learning.IsFinishing
        ? $"{Number(learning.Progress.Frames)} frames seen; the model is being computed…"
        : $"{Duration(learning.Progress.Duration)} of at least {Duration(learning.Least)}, {Number(learning.Progress.Frames)} frames seen. {learning.Progress.Verdict}";

    /// <summary>"At this threshold the last 10 minutes would have alarmed 3 times (18 an hour)."</summary>
    public static string Preview(AlarmPreview preview) => preview.EventsPerHour is { } perHour
        ? $"At this threshold the last {Duration(preview.Watched)} would have alarmed {Times(preview.Events)}{(preview.Events > 0 && preview.Watched >= TellsOfAnHour ? string.Create(CultureInfo.InvariantCulture, $" ({perHour:0} an hour)") : "")}."
        : "Too little was watched yet to say what a threshold would bring.";

    public static string Duration(TimeSpan time) => time < TimeSpan.FromMinutes(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalSeconds):0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalMinutes * 10) / 10:0.#} min");

    /// <summary>One place after the point; scores and thresholds.</summary>
    public static string Score(float? score) => score is { } value ? value.ToString("0.0", CultureInfo.InvariantCulture) : "–";

    public static string Day(DateTimeOffset time) => time.ToUniversalTime().ToString("d MMM HH:mm 'UTC'", CultureInfo.InvariantCulture);

    // A thin space parts the thousands, in every culture alike.
    private static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u2009');

    private static AnalyzerStatus? Lane(ConsoleStatus status) => status.Analysis.FirstOrDefault(one => one.Name == Analyser);

    private static string Stalled(AnalyzerStatus lane) =>
        $"{lane.Cause}{(lane.NextTry is { } next ? $" Next try at {Time(next)}." : "")} If it goes on, learn anew or use another model: page Analysis.".Trim();

    private static string Unsuited(SceneWatchStatus scene) => $"{(scene.Notices is [var notice, ..] ? notice : "No model suits this camera.")} Learn the scene: page Analysis.";

    private static string Last(SceneWatchStatus scene, DateTimeOffset now) => scene.LastAlarm is { } last && now - last.Last < AlarmIsNewsFor
        ? $"Last alarm {Clock(last.Began)} to {Time(last.Last)}: {Why(last)}"
        : "";

    private static string Why(SceneAlarm alarm) => alarm.Why ?? "Something moves here that did not while this scene was learnt.";

    private static string Times(int count) => count switch { 0 => "not once", 1 => "once", 2 => "twice", _ => $"{count} times" };

    private static string Clock(DateTimeOffset time) => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => $"{Clock(time)} UTC";
}

/// <summary>The state of the scene's watch in one look.</summary>
/// <param name="Word">For machines, kebab-case.</param>
/// <param name="Chip">One or two words.</param>
/// <param name="Tone">What its colour and sign mean.</param>
/// <param name="Headline">Changes only with the state: read out once.</param>
/// <param name="Detail">May change at any time.</param>
internal sealed record SceneLook(string Word, string Chip, Tone Tone, string Headline, string Detail);
