using EdgeCctv.Core.Inference.Scene.Watch;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Console;

/// <summary>What the scene's watch does now, and what it has seen in the last minutes.</summary>
public sealed partial class SceneStatePanel : FeedComponent
{
    private const int Seconds = 180;

    [Inject]
    public required SceneWatch Watch { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private SceneWatchStatus Scene => Feed.Current.Scene;

    private SceneLook Look => SceneWatchWords.Of(Feed.Current, Clock.GetUtcNow());

    private IReadOnlyList<float?> Trend => Watch.Trend(Seconds);
}
