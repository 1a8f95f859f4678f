using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>One of <see cref="Tabs"/>.</summary>
public sealed partial class Tab : ComponentBase
{
    /// <summary>For the page's memory; the same in every version of the page.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>On the strip; short.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    [CascadingParameter]
    public required Tabs Strip { get; set; }

    internal string TestId => $"tab-{Name}";

    protected override void OnInitialized() => Strip.Add(this);
}
