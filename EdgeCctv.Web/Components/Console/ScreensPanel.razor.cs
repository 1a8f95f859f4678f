using EdgeCctv.Web.Live;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Console;

/// <summary>What the server knows of every open screen.</summary>
public sealed partial class ScreensPanel : FeedComponent
{
    [Inject]
    public required Screens Screens { get; init; }

    [Inject]
    public required Screen Screen { get; init; }

    private List<ScreenSnapshot> Shown => [.. Screens.Open.Select(screen => screen.Read())];

    private long Here => Screen.Glance().Number;
}
