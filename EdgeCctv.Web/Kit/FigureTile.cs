using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>One figure with its name, its unit, and how it is computed.</summary>
public sealed partial class FigureTile : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required string Value { get; set; }

    [Parameter]
    public string? Unit { get; set; }

    /// <summary>How the figure is computed, as a tooltip.</summary>
    [Parameter, EditorRequired]
    public required string Explanation { get; set; }

    [Parameter]
    public string? TestId { get; set; }
}
