using EdgeCctv.Web.Drill;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Pages;

/// <summary>The operators' page: the picture, and beside it what there is to know and to do.</summary>
public sealed partial class Console : ComponentBase
{
    [Inject]
    public required DrillSettings Drill { get; init; }
}
