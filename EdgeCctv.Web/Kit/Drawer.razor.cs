using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>What is not always wanted in sight: closed until it is opened, and rendered only while it is open. The page remembers which.</summary>
public sealed partial class Drawer : RememberingComponent
{
    private const string Open = "open";

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Under this name the page remembers whether it is open.</summary>
    [Parameter, EditorRequired]
    public required string Key { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string StateKey => $"drawer.{Key}";

    private bool IsOpen => Memory.Find(StateKey) == Open;

    private Task TurnAsync() => Memory.SetAsync(StateKey, IsOpen ? "closed" : Open);
}
