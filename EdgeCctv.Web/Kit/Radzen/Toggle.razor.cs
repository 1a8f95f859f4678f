using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>Something that is on or off, in force at once.</summary>
public sealed partial class Toggle : ComponentBase
{
    private Dictionary<string, object> _input = [];

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public bool Value { get; set; }

    [Parameter]
    public EventCallback<bool> ValueChanged { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>What it does, as a tooltip.</summary>
    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? TestId { get; set; }

    protected override void OnParametersSet() => _input = new() { ["aria-label"] = Label, ["data-testid"] = TestId ?? "" };
}
