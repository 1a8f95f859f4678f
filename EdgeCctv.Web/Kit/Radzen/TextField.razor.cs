using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>One line of text that an operator writes; told when the field is left or Enter is pressed.</summary>
public sealed partial class TextField : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string Value { get; set; } = "";

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>The most characters.</summary>
    [Parameter]
    public long? Longest { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>What it is for, as a tooltip.</summary>
    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? TestId { get; set; }
}
