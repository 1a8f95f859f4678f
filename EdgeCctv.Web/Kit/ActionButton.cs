using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace EdgeCctv.Web.Kit;

/// <summary>A button that does something.</summary>
public sealed partial class ActionButton : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public EventCallback<MouseEventArgs> OnClick { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>At most one on a panel: what an operator most likely wants.</summary>
    [Parameter]
    public bool IsPrimary { get; set; }

    /// <summary>What will happen, as a tooltip.</summary>
    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? TestId { get; set; }
}
