using EdgeCctv.Web.Language;
using EdgeCctv.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace EdgeCctv.Web.Components.Console;

/// <summary>Shows nothing: while it is rendered, once for each change of the status, all <see cref="FeedComponent"/>s of its screen join its batch.</summary>
public sealed class FeedPulse : ReaderComponent, IDisposable
{
    [Inject]
    public required FeedRound Round { get; init; }

    public void Dispose() => Round.Due -= Redraw;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        Round.Due += Redraw;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => Round.OnPulse();
}
