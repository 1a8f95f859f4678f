using System.Globalization;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Components.Console;

/// <summary>One light for each link between camera and screens, with the age of its last success, and what to do about the broken one, or why one is late.</summary>
public sealed partial class ProofPanel : FeedComponent
{
    private Proof Proof => Feed.Current.Proof;

    // There is no tooltip where there is no mouse.
    private string Note => (Proof.Broken ?? Proof.Links.FirstOrDefault(link => link.State == ProofState.Late)) is { } wanting ? $"{Title(wanting.Step)}: {wanting.Advice}"
        : Proof.Links.Count > 0 && Proof.Links.All(link => link.State == ProofState.Off) ? "Nothing is wanted of the camera."
        : "Every link does what is wanted of it.";

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
        < 0.95 and var seconds => Number(seconds, "0.0 's'"),
        < 59.5 and var seconds => Number(seconds, "0 's'"),
        < 3599.5 and var seconds => Number(Math.Round(seconds) / 60, "0 'min'"),
        { } seconds => Number(seconds / 3600, "0 'h'"),
    };

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Title(ProofStep step) => step.Word() is var word ? char.ToUpperInvariant(word[0]) + word[1..] : "";
}
