using System.Threading.Channels;

namespace EdgeCctv.Core.Frames;

/// <summary>One reader's view of the live frames: always the newest, never one twice. One reader at a time may await <see cref="NextAsync"/>.</summary>
public sealed class FrameSubscription : IDisposable
{
    private readonly Action<FrameSubscription> _unsubscribe;
    private readonly Channel<Frame> _slot;
    private long _offered;
    private long _skipped;

    internal FrameSubscription(Action<FrameSubscription> unsubscribe, Action onSkipped)
    {
        _unsubscribe = unsubscribe;
        // Bound: one frame. The older one gives way to the newer one.
        _slot = Channel.CreateBounded<Frame>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest },
            _ =>
            {
                Interlocked.Increment(ref _skipped);
                onSkipped();
            });
    }

    /// <summary>Frames that were captured but that this reader was too slow to get.</summary>
    public long Skipped => Interlocked.Read(ref _skipped);

    /// <summary>The newest frame that this reader has not had yet; waits for one if need be.</summary>
    /// <exception cref="OperationCanceledException">Cancelled, or the subscription was disposed while waiting.</exception>
    public async ValueTask<Frame> NextAsync(CancellationToken cancellation)
    {
        try
        {
            return await _slot.Reader.ReadAsync(cancellation).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new OperationCanceledException("The subscription has ended.");
        }
    }

    public void Dispose()
    {
        _unsubscribe(this);
        _slot.Writer.TryComplete();
    }

    /// <summary>Takes back what the reader has not fetched yet.</summary>
    internal void Withdraw() => _slot.Reader.TryRead(out _);

    // Whoever subscribes while a frame is being published is offered it by both sides.
    internal void Offer(Frame frame)
    {
        if (Interlocked.Exchange(ref _offered, frame.Sequence) != frame.Sequence)
        {
            _slot.Writer.TryWrite(frame);
        }
    }
}
