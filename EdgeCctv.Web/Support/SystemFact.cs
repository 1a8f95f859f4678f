namespace EdgeCctv.Web.Support;

/// <summary>One thing that is known of the program and its machine; for people, without secrets.</summary>
/// <param name="Id">Names it for tools and tests, kebab-case.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Value">What is so.</param>
/// <param name="Explanation">Where the value comes from, for a tooltip.</param>
public sealed record SystemFact(string Id, string Name, string Value, string Explanation)
{
    /// <summary>Why it is so, one sentence; null where that needs no words. Nothing is wrong.</summary>
    public string? Reason { get; init; }

    /// <summary>What is wanting, and why, one sentence; null when nothing is.</summary>
    public string? Wanting { get; init; }
}
