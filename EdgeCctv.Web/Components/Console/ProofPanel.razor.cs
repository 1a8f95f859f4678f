using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Live;
using EdgeCctv.Web.Texts;

namespace EdgeCctv.Web.Components.Console;

/// <summary>One light for each link between camera and screens, with the age of its last success, and what to do about the broken one, or why one is late.</summary>
public sealed partial class ProofPanel : FeedComponent
{
    private Proof Proof => Feed.Current.Proof;

    // There is no tooltip where there is no mouse.
    private string Note => (Proof.Broken ?? Proof.Links.FirstOrDefault(link => link.State == ProofState.Late)) is { } wanting
        ? Told.With(ProofTexts.NoteOf, Title(wanting.Step), Sentences.Of(wanting.Advice))
        : Proof.Links.Count > 0 && Proof.Links.All(link => link.State == ProofState.Off) ? ProofTexts.NoteAllOff
        : ProofTexts.NoteAllOk;

    private static Tone ToneOf(ProofState state) => state switch
    {
        ProofState.Ok => Tone.Good,
        ProofState.Late => Tone.Busy,
        ProofState.Off => Tone.Off,
        ProofState.Failing => Tone.Bad,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state of a link."),
    };

    // 0.1 s, 3 s, 2 min, 5 h: never wider than its column.
    private static string Age(TimeSpan? age) => age?.TotalSeconds switch
    {
        null => "–",
        < 0.95 and var seconds => Told.With(UnitTexts.Seconds, Told.Number(seconds, 1)),
        < 59.5 and var seconds => Told.With(UnitTexts.Seconds, Told.Number(seconds)),
        < 3599.5 and var seconds => Told.With(UnitTexts.Minutes, Told.Number(Math.Round(seconds) / 60)),
        { } seconds => Told.With(UnitTexts.Hours, Told.Number(seconds / 3600)),
    };

    private static string Name(ProofStep step) => step switch
    {
        ProofStep.Capture => ProofTexts.StepCapture,
        ProofStep.Decode => ProofTexts.StepDecode,
        ProofStep.Analysis => ProofTexts.StepAnalysis,
        ProofStep.Send => ProofTexts.StepSend,
        ProofStep.Paint => ProofTexts.StepPaint,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Unknown link."),
    };

    private static string Name(ProofState state) => state switch
    {
        ProofState.Ok => ProofTexts.StateOk,
        ProofState.Late => ProofTexts.StateLate,
        ProofState.Off => ProofTexts.StateOff,
        ProofState.Failing => ProofTexts.StateFailing,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state of a link."),
    };

    private static string Title(ProofStep step) => Told.Capital(Name(step));
}
