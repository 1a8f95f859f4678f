namespace EdgeCctv.Core.Camera;

/// <summary>One thing due at a time, whose work runs on the mailbox. Used on the mailbox only.</summary>
/// <param name="clock">Measures the wait.</param>
/// <param name="post">Puts work into the mailbox, from any thread.</param>
internal sealed class MailboxTimer(TimeProvider clock, Action<Action> post)
{
    private ITimer? _timer;

    /// <summary>Replaces whatever was due.</summary>
    public void Schedule(TimeSpan wait, Action work)
    {
        Cancel();
        ITimer? mine = null;
        mine = clock.CreateTimer(_ => post(() => RunIfStill(mine, work)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer = mine;
        mine.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public void Cancel()
    {
        _timer?.Dispose();
        _timer = null;
    }

    // A timer that was cancelled may already have posted.
    private void RunIfStill(ITimer? timer, Action work)
    {
        if (timer == _timer)
        {
            work();
        }
    }
}
