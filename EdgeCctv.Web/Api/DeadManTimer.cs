namespace EdgeCctv.Web.Api;

/// <summary>A token that is cancelled unless somebody restarts its time again and again. Used by one caller at a time.</summary>
internal sealed class DeadManTimer : IDisposable
{
    private readonly CancellationTokenSource _cancellation;
    private readonly ITimer _timer;

    /// <param name="clock">Measures the time.</param>
    /// <param name="also">Cancels as well.</param>
    public DeadManTimer(TimeProvider clock, CancellationToken also)
    {
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(also);
        _timer = clock.CreateTimer(_ => _cancellation.Cancel(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => _cancellation.Token;

    public void Restart(TimeSpan time) => _timer.Change(time, Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        // A callback under way may still cancel the source: it is left to the collector, since it has no timer of its own.
        _timer.Dispose();
    }
}
