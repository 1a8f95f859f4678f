using EdgeCctv.Core.Statistics;
using EdgeCctv.Web.Live;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Console;

/// <summary>The figures that tell whether the picture is healthy.</summary>
public sealed partial class FiguresPanel : FeedComponent
{
    [Inject]
    public required Screen Screen { get; init; }

    private StatisticsSnapshot Statistics => Feed.Current.Statistics;

    private ScreenSnapshot Here => Screen.Glance();
}
