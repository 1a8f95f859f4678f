using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>A line above a page that stays until its reason is gone.</summary>
public sealed partial class Banner : ComponentBase
{
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }
}
