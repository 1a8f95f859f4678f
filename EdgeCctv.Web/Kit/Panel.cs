using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>A titled part of a page.</summary>
public sealed partial class Panel : RememberingComponent
{
    private const string Folded = "folded";

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Makes the panel one that can be folded by its title; under this name the page remembers whether it is. Null for a panel that is always open.</summary>
    [Parameter]
    public string? FoldKey { get; set; }

    private string StateKey => $"fold.{FoldKey}";

    private bool IsFolded => FoldKey is not null && Memory.Find(StateKey) == Folded;

    private Task FoldAsync() => Memory.SetAsync(StateKey, IsFolded ? "open" : Folded);
}
