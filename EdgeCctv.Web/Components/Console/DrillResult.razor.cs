using EdgeCctv.Web.Drill;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Console;

/// <summary>What came of a drill, screen by screen.</summary>
public sealed partial class DrillResult : ComponentBase
{
    [Parameter, EditorRequired]
    public required DrillReport Report { get; set; }

    private string What => Report.Remark is { } remark
        ? Told.With(DrillTexts.ReportOfRemark, DrillSpeech.Reported(Report.Kind), Told.Time(Report.Began), Sentences.Of(Report.By), Sentences.Of(remark))
        : Told.With(DrillTexts.ReportOf, DrillSpeech.Reported(Report.Kind), Told.Time(Report.Began), Sentences.Of(Report.By));

    private static string Detail(DrillScreenReport screen) => string.Join(" · ", new[]
    {
        screen.Address,
        screen.Word is { } word ? ScreenWords.Verdict(word) : null,
        Told.With(DrillTexts.Allowed, Seconds(screen.VeilWithin)),
        Sentences.OrNone(screen.Remark),
    }.Where(part => part is not null));

    private static Tone ToneOf(DrillVerdict verdict) => verdict switch
    {
        DrillVerdict.Passed => Tone.Good,
        DrillVerdict.Failed => Tone.Bad,
        DrillVerdict.NotJudged => Tone.Off,
        DrillVerdict.Aborted => Tone.Busy,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict."),
    };

    private static string Seconds(TimeSpan? time) => time is { } some ? Told.With(UnitTexts.Seconds, Told.Number(some.TotalSeconds, 1)) : "–";
}
