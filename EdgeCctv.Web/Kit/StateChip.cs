using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>A state in one word, with sign and colour.</summary>
public sealed partial class StateChip : ComponentBase
{
    /// <summary>For people; may be translated.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>For machines, in <c>data-state</c>.</summary>
    [Parameter, EditorRequired]
    public required string State { get; set; }

    [Parameter]
    public Tone Tone { get; set; }

    [Parameter]
    public string? TestId { get; set; }
}
