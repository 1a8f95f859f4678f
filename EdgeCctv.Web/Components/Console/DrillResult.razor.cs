using System.Globalization;
using EdgeCctv.Web.Drill;
using EdgeCctv.Web.Kit;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Console;

/// <summary>What came of a drill, screen by screen.</summary>
public sealed partial class DrillResult : ComponentBase
{
    [Parameter, EditorRequired]
    public required DrillReport Report { get; set; }

    private static string Word(DrillVerdict verdict) => verdict.Word().Replace('_', ' ');

    private static string Detail(DrillScreenReport screen) => string.Join(
        " · ", new[] { screen.Address, screen.Word, $"{Seconds(screen.VeilWithin)} allowed", screen.Remark }.Where(part => part is not null));

    private static Tone ToneOf(DrillVerdict verdict) => verdict switch
    {
        DrillVerdict.Passed => Tone.Good,
        DrillVerdict.Failed => Tone.Bad,
        DrillVerdict.NotJudged => Tone.Off,
        DrillVerdict.Aborted => Tone.Busy,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict."),
    };

    private static string Seconds(TimeSpan? time) => time is { } some ? string.Create(CultureInfo.InvariantCulture, $"{some.TotalSeconds:0.0} s") : "–";
}
