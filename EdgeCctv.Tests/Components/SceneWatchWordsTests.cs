using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Tests.Language;
using EdgeCctv.Web.Components.Console;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Components;

/// <summary>No alarm is only said while the scene is being watched.</summary>
public sealed class SceneWatchWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 15, 0, TimeSpan.Zero);
    private static readonly SceneAlarm Alarm = new(Now.AddMinutes(-3), Now.AddMinutes(-2.9), "Fast motion, upper left.", 9);

    private static readonly SceneModelInfo Info = new(
        "day", "x", 15, new DateTimeOffset(2026, 11, 22, 14, 2, 3, TimeSpan.FromHours(1)), 18_000, TimeSpan.FromMinutes(12.34), 3);

    private static readonly SceneWatchStatus Watching = new() { IsEnabled = true, IsCurrent = true, IsJudged = true, Phase = ScenePhase.Watching };

    [Fact]
    public void Of_Watching_IsCalmAndTellsTheLastAlarmForTenMinutes()
    {
        Assert.Equal(("watching", "No alarm", ""), Said(Watching));
        Assert.Equal(("watching", "No alarm", "Last alarm 03:12:00 to 03:12:06 UTC: Fast motion, upper left."), Said(Watching with { LastAlarm = Alarm }));
        Assert.Equal("", SceneWatchWords.Of(Status(Watching with { LastAlarm = Alarm }), Now.AddMinutes(8)).Detail);
    }

    [Fact]
    public void Of_Alarm_SaysSinceWhenAndWhy() => Assert.Equal(
        ("alarm", "ALARM since 03:12:00 UTC", "Fast motion, upper left."), Said(Watching with { Alarm = Alarm }));

    [Fact]
    public void Of_FramesThatCannotBeJudged_IsNotCalm() => Assert.Equal("skipping", Said(Watching with { IsJudged = false }).Word);

    [Fact]
    public void Of_NoNewFrame_IsNotCalm() => Assert.Equal("no-picture", Said(Watching with { IsCurrent = false }).Word);

    [Fact]
    public void Of_FrozenPicture_IsNotCalm() =>
        Assert.Equal("no-picture", SceneWatchWords.Of(Status(Watching) with { FrozenFor = TimeSpan.FromSeconds(11) }, Now).Word);

    [Fact]
    public void Of_Stalled_SaysTheCauseAndTheNextTryWhateverElse()
    {
        var stalled = new AnalyzerStatus("scene", AnalyzerState.Stalled) { Cause = "It hangs.", NextTry = Now };

        var look = SceneWatchWords.Of(Status(Watching with { Alarm = Alarm }) with { Analysis = [stalled] }, Now);

        Assert.Equal(
            ("stalled", "It hangs. Next try at 03:15:00 UTC. If it goes on, learn anew or use another model: page Analysis."), (look.Word, look.Detail));
    }

    [Fact]
    public void Of_NoModel_SaysWhatToDoAndWhyNoneSuits()
    {
        var model = new SceneModelEntry("day", Info, new SceneGeometry(96, 64), 0, CanUndo: false);
        var none = Watching with { Phase = ScenePhase.Off };

        Assert.Equal(("nothing-learnt", "Nothing is watched", "There is no model for this camera. Learn the scene: page Analysis."), Said(none));
        Assert.Equal("No model suits this camera. Learn the scene: page Analysis.", Said(none with { Models = [model] }).Detail);
        Assert.Equal("'day' is for others. Learn the scene: page Analysis.", Said(none with { Models = [model], Notices = ["'day' is for others.", "More."] }).Detail);
    }

    [Fact]
    public void Of_CameraOff_IsNotCalm() => Assert.Equal(
        "no-picture", SceneWatchWords.Of(Status(Watching) with { Camera = new CameraStatus(CameraState.Idle, Now) }, Now).Word);

    [Fact]
    public void Of_Learning_SaysWhatIsMissing()
    {
        var learning = new SceneLearningStatus(
            "day", "Ann", Now, TimeSpan.FromMinutes(10), new LearningProgress(3600, TimeSpan.FromMinutes(4), 100, 3), IsFinishing: false);

        var (word, _, detail) = Said(Watching with { Learning = learning });

        Assert.Equal("learning", word);
        Assert.StartsWith("4 min of at least 10 min, 3,600 frames seen. Not enough was seen yet: ", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 10, "At this threshold the last 10 min would have alarmed not once.")]
    [InlineData(1, 4, "At this threshold the last 4 min would have alarmed once.")]
    [InlineData(3, 10, "At this threshold the last 10 min would have alarmed 3 times (18 an hour).")]
    [InlineData(1, 0.5, "Too little was watched yet to say what a threshold would bring.")]
    public void Preview_Events_AreAlsoSaidByTheHour(int events, double minutes, string words) =>
        Assert.Equal(words, SceneWatchWords.Preview(new AlarmPreview(events, TimeSpan.FromMinutes(minutes))));

    [Fact]
    public void Learnt_Info_IsOneSentence() => Assert.Equal(
        "Learnt 12.3 min, 18,000 frames, on Nov 22 13:02 UTC",
        SceneWatchWords.Learnt(Info));

    [Theory]
    [InlineData(12, 0.5f, "Somebody or something where hardly ever anything is, is alarmed too, even if it stands still.")]
    [InlineData(9.9, null, "Where things are is not watched: that takes 10 min of learning or more.")]
    [InlineData(12, null, "Where things are is not watched: they kept turning up in new places while this was learnt. Learn longer.")]
    public void Places_WatchedOrNot_SaysWhatItMeansOrWhyNot(double minutes, float? threshold, string words) => Assert.Equal(
        words, SceneWatchWords.Places(new SceneModelInfo("day", "x", 15, Now, 18_000, TimeSpan.FromMinutes(minutes), 3, threshold)));

    [Fact]
    public void Words_OfAGermanReader_AreGermanWithItsFiguresAndItsZone()
    {
        using var german = new Reading("de-DE", "Europe/Vienna");

        var look = SceneWatchWords.Of(Status(Watching with { Alarm = Alarm }), Now);
        Assert.Equal(("alarm", "ALARM seit 04:12:00", "2026-11-22 03:12:00 UTC"), (look.Word, look.Headline, look.Utc));
        Assert.StartsWith("Letzter Alarm 04:12:00 bis 04:12:06: ", Said(Watching with { LastAlarm = Alarm }).Detail, StringComparison.Ordinal);
        Assert.Equal("Gelernt: 12,3 min, 18.000 Bilder, am 22. Nov. 14:02", SceneWatchWords.Learnt(Info));
        Assert.Equal(
            "Bei dieser Schwelle hätte es in den letzten 10 min 3-mal Alarm gegeben (18 pro Stunde).",
            SceneWatchWords.Preview(new AlarmPreview(3, TimeSpan.FromMinutes(10))));
    }

    private static (string Word, string Headline, string Detail) Said(SceneWatchStatus scene)
    {
        var look = SceneWatchWords.Of(Status(scene), Now);
        return (look.Word, look.Headline, look.Detail);
    }

    private static ConsoleStatus Status(SceneWatchStatus scene) => new(new CameraStatus(CameraState.Running, Now), null!, null) { Scene = scene };
}
