using EdgeCctv.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace EdgeCctv.Web.Components.Console;

/// <summary>Shows nothing: while it is rendered, once for each change of the status, all <see cref="FeedComponent"/>s of its screen join its batch.</summary>
public sealed class FeedPulse : ComponentBase, IDisposable
{
    [Inject]
    public required FeedRound Round { get; init; }

    public void Dispose() => Round.Due -= OnDue;

    protected override void OnInitialized() => Round.Due += OnDue;

    protected override void BuildRenderTree(RenderTreeBuilder builder) => Round.OnPulse();

    private void OnDue() => _ = InvokeAsync(StateHasChanged);
}
