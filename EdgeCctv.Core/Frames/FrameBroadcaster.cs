using System.Collections.Immutable;

namespace EdgeCctv.Core.Frames;

/// <summary>
/// Hands the newest frame to everybody who watches. Nobody gets a queue: a slow reader skips to the newest frame, and its skips are
/// counted. Thread-safe; publishing never waits for a reader.
/// </summary>
public sealed class FrameBroadcaster(IEnumerable<IFrameObserver> observers)
{
    private readonly ImmutableArray<IFrameObserver> _observers = [.. observers];
    private ImmutableArray<FrameSubscription> _subscriptions = [];
    private volatile Frame? _newest;
    private int _greyDemands;
    private long _skipped;

    /// <summary>The last published frame, however old; null before the first one and after <see cref="Clear"/>.</summary>
    public Frame? Newest => _newest;

    /// <summary>How many readers there are now.</summary>
    public int Readers => _subscriptions.Length;

    /// <summary>Frames that readers, past and present, were too slow to get, all added up; never reset.</summary>
    public long Skipped => Interlocked.Read(ref _skipped);

    /// <summary>True while somebody wants <see cref="Frame.Grey"/> in the frames to come.</summary>
    public bool GreyWanted => Volatile.Read(ref _greyDemands) > 0;

    /// <summary>Starts to watch; the newest frame, if there is one, is the first. Dispose to stop.</summary>
    public FrameSubscription Subscribe()
    {
        var subscription = new FrameSubscription(Unsubscribe, () => Interlocked.Increment(ref _skipped));
        if (_newest is { } newest)
        {
            subscription.Offer(newest);
        }

        ImmutableInterlocked.Update(ref _subscriptions, (all, one) => all.Add(one), subscription);
        return subscription;
    }

    /// <summary>Asks the capture for analysis pictures until the returned lease is disposed.</summary>
    public IDisposable DemandGrey()
    {
        Interlocked.Increment(ref _greyDemands);
        return new Lease(() => Interlocked.Decrement(ref _greyDemands));
    }

    public void Publish(Frame frame)
    {
        _newest = frame;
        foreach (var observer in _observers)
        {
            observer.OnPublished(frame);
        }

        foreach (var subscription in _subscriptions)
        {
            subscription.Offer(frame);
        }
    }

    /// <summary>Forgets the newest frame, so that a stopped camera's last picture is never shown again.</summary>
    public void Clear()
    {
        _newest = null;
        foreach (var observer in _observers)
        {
            observer.OnCleared();
        }

        foreach (var subscription in _subscriptions)
        {
            subscription.Withdraw();
        }
    }

    private void Unsubscribe(FrameSubscription subscription) =>
        ImmutableInterlocked.Update(ref _subscriptions, (all, one) => all.Remove(one), subscription);

    private sealed class Lease(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
