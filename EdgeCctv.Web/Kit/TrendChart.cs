using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>A small line over the last samples, one a second, newest at the right; the scale begins at 0.</summary>
public sealed partial class TrendChart : ComponentBase
{
    private const int FineStep = 10;

    /// <summary>What the line shows, for people who cannot see it.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>One sample a second, oldest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<int> Samples { get; set; }

    // In tens, so that the scale does not jump with every frame more or less.
    private int Ceiling => (Samples.DefaultIfEmpty().Max() / FineStep + 1) * FineStep;
}
