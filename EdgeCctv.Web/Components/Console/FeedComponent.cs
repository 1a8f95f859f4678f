using EdgeCctv.Web.Live;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Console;

/// <summary>A component that renders when the status feed says so, which is at most ten times a second; frames never make it render.</summary>
public abstract class FeedComponent : ComponentBase, IDisposable
{
    [Inject]
    public required StatusFeed Feed { get; init; }

    protected override void OnInitialized() => Feed.Changed += OnFeedChanged;

    private void OnFeedChanged() => _ = InvokeAsync(StateHasChanged);

    public void Dispose()
    {
        Feed.Changed -= OnFeedChanged;
        GC.SuppressFinalize(this);
    }
}
