using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>A strip of tabs of which one is open; only that one is rendered. The page remembers which.</summary>
public sealed partial class Tabs : RememberingComponent
{
    // In the order of the strip, which does not change while it is shown.
    private readonly List<Tab> _tabs = [];

    /// <summary>Under this name the page remembers the open tab.</summary>
    [Parameter, EditorRequired]
    public required string Key { get; set; }

    /// <summary>One <see cref="Tab"/> after the other.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    private string StateKey => $"tab.{Key}";

    private int Selected => Math.Max(0, _tabs.FindIndex(tab => tab.Name == Memory.Find(StateKey)));

    internal void Add(Tab tab) => _tabs.Add(tab);

    protected override Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Selected > 0)
        {
            // The names are known only now.
            StateHasChanged();
        }

        return base.OnAfterRenderAsync(firstRender);
    }

    private Task SelectAsync(int index) => Memory.SetAsync(StateKey, _tabs[index].Name);
}
