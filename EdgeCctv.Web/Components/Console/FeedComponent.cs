using EdgeCctv.Web.Language;
using EdgeCctv.Web.Live;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Console;

/// <summary>A component that renders when the status feed says so, which is at most ten times a second; frames never make it render.</summary>
public abstract class FeedComponent : ReaderComponent, IDisposable
{
    [Inject]
    public required StatusFeed Feed { get; init; }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        Feed.Changed += Redraw;
    }

    /// <summary>The component goes; whatever else it listened to is let go of here.</summary>
    protected virtual void OnDisposed()
    {
    }

    public void Dispose()
    {
        Feed.Changed -= Redraw;
        OnDisposed();
        GC.SuppressFinalize(this);
    }
}
