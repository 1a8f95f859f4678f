using EdgeCctv.Core.Inference.Scene.Watch;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Console;

/// <summary>The scene's watch in short, for the page that is looked at all day.</summary>
public sealed partial class ScenePanel : FeedComponent
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    private SceneWatchStatus Scene => Feed.Current.Scene;

    private SceneLook Look => SceneWatchWords.Of(Feed.Current, Clock.GetUtcNow());
}
