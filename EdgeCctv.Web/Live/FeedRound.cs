namespace EdgeCctv.Web.Live;

/// <summary>
/// Tells the components of one screen that the status has changed, so that all of them go to the browser in one batch. A component that
/// asks to be rendered is a batch of its own, with a message, an answer and a paint, unless it asks while another one is being rendered:
/// that other one is the FeedPulse. One per circuit.
/// </summary>
public sealed class FeedRound : IDisposable
{
    private readonly StatusFeed _feed;

    public FeedRound(StatusFeed feed)
    {
        _feed = feed;
        feed.Changed += OnChanged;
    }

    /// <summary>The status has changed, and the pulse is to beat; on a thread of the pool.</summary>
    public event Action? Due;

    /// <summary>Every component is to ask for its rendering; on the dispatcher, or on a thread of the pool where there is no pulse.</summary>
    public event Action? Rendering;

    public void Dispose() => _feed.Changed -= OnChanged;

    /// <summary>The pulse is being rendered.</summary>
    internal void OnPulse() => Rendering?.Invoke();

    private void OnChanged() => (Due ?? Rendering)?.Invoke();
}
