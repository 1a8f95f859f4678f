using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Connection;

/// <summary>The test's clock, with a count of the timers that were made through it and are not disposed.</summary>
internal sealed class CountingClock(ManualTimeProvider time) : TimeProvider
{
    private int _timers;

    public int Timers => Volatile.Read(ref _timers);

    public override long TimestampFrequency => time.TimestampFrequency;

    public override long GetTimestamp() => time.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _timers);
        return new Counted(time.CreateTimer(callback, state, dueTime, period), () => Interlocked.Decrement(ref _timers));
    }

    private sealed class Counted(ITimer timer, Action gone) : ITimer
    {
        private Action? _gone = gone;

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            timer.Dispose();
            Interlocked.Exchange(ref _gone, null)?.Invoke();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
