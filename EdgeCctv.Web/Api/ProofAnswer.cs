using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Api;

/// <summary>One link of the chain of proof.</summary>
/// <param name="Name">capture, decode, analysis, send or paint.</param>
/// <param name="State">ok, late, off or failing.</param>
/// <param name="AgeMs">Milliseconds since its last success; null where there was none, or none is wanted.</param>
/// <param name="Advice">What it is about and what to do.</param>
internal sealed record ProofAnswer(string Name, string State, double? AgeMs, string Advice)
{
    public static IReadOnlyList<ProofAnswer> Of(Proof proof) =>
    [
        .. proof.Links.Select(link => new ProofAnswer(
            link.Step.Word(), link.State.Word(), link.Age is { } age ? Math.Round(age.TotalMilliseconds) : null, link.Advice)),
    ];
}
