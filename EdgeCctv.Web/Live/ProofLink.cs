namespace EdgeCctv.Web.Live;

/// <summary>The links of the chain of proof, in the order in which a picture goes through them.</summary>
public enum ProofStep
{
    Capture,
    Decode,
    Analysis,
    Send,
    Paint,
}

/// <summary>How one link of the chain is.</summary>
public enum ProofState
{
    /// <summary>It succeeded in time.</summary>
    Ok,

    /// <summary>Its last success is getting old, or it waits for an earlier link; it is not to blame, or not yet.</summary>
    Late,

    /// <summary>Nothing is wanted of it.</summary>
    Off,

    /// <summary>It is the one to look at.</summary>
    Failing,
}

/// <summary>One link of the chain at one moment.</summary>
/// <param name="Step">Which one.</param>
/// <param name="State">How it is.</param>
/// <param name="Age">Time since its last success; null where there was none, or none is wanted.</param>
/// <param name="Advice">What it is about and what to do, for people.</param>
public sealed record ProofLink(ProofStep Step, ProofState State, TimeSpan? Age, string Advice);

/// <summary>The chain of proof at one moment.</summary>
/// <param name="Links">One for each <see cref="ProofStep"/>, in order.</param>
/// <param name="Broken">The link that keeps a wanted picture from being live; null while nothing does.</param>
public sealed record Proof(IReadOnlyList<ProofLink> Links, ProofLink? Broken)
{
    /// <summary>Before anything was looked at.</summary>
    public static readonly Proof None = new([], null);
}

public static class ProofWords
{
    /// <summary>The same in REST, meters and pages; never translated.</summary>
    public static string Word(this ProofStep step) => step switch
    {
        ProofStep.Capture => "capture",
        ProofStep.Decode => "decode",
        ProofStep.Analysis => "analysis",
        ProofStep.Send => "send",
        ProofStep.Paint => "paint",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Unknown link."),
    };

    /// <inheritdoc cref="Word(ProofStep)"/>
    public static string Word(this ProofState state) => state switch
    {
        ProofState.Ok => "ok",
        ProofState.Late => "late",
        ProofState.Off => "off",
        ProofState.Failing => "failing",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state of a link."),
    };
}
