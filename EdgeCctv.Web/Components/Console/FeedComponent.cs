using EdgeCctv.Web.Language;
using EdgeCctv.Web.Live;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Console;

/// <summary>
/// A component that renders when the status feed says so, which is at most ten times a second, in one batch with all others of its screen;
/// frames never make it render.
/// </summary>
public abstract class FeedComponent : ReaderComponent, IDisposable
{
    [Inject]
    public required StatusFeed Feed { get; init; }

    [Inject]
    public required FeedRound Round { get; init; }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        Round.Rendering += Redraw;
    }

    /// <summary>The component goes; whatever else it listened to is let go of here.</summary>
    protected virtual void OnDisposed()
    {
    }

    public void Dispose()
    {
        Round.Rendering -= Redraw;
        OnDisposed();
        GC.SuppressFinalize(this);
    }
}
