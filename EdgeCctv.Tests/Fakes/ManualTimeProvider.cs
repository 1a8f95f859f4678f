namespace EdgeCctv.Tests.Fakes;

/// <summary>
/// A clock that stands still until told. <see cref="Advance"/> moves both scales and runs the timers that fall due, in order and on
/// the calling thread; <see cref="StepWallClock"/> moves the wall clock alone. Thread-safe.
/// </summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _lock = new();

    // Only timers that are waiting to fire.
    private readonly List<ManualTimer> _armed = [];
    private DateTimeOffset _beginning = new(2026, 3, 29, 0, 30, 0, TimeSpan.Zero);

    // Not zero, so that a test may speak of a moment before it began.
    private TimeSpan _elapsed = TimeSpan.FromDays(1);

    /// <summary>Raised, on whatever thread, when a timer was set or has gone.</summary>
    public event Action? TimersChanged;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _elapsed.Ticks;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _beginning + _elapsed;
        }
    }

    /// <summary>Whether a timer falls due in exactly this time from now.</summary>
    public bool IsDueIn(TimeSpan time)
    {
        lock (_lock)
        {
            return _armed.Exists(timer => timer.Due == _elapsed + time);
        }
    }

    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        TimeSpan target;
        lock (_lock)
        {
            target = _elapsed + time;
        }

        while (TakeNextDue(target) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>What a paused process sees: time has passed, and its timers have not fired; they do with the next <see cref="Advance"/>.</summary>
    public void StandStill(TimeSpan time)
    {
        lock (_lock)
        {
            _elapsed += time;
        }
    }

    /// <summary>What an operator, NTP or a dead battery does: the wall clock jumps, and no time has passed.</summary>
    public void StepWallClock(TimeSpan step)
    {
        lock (_lock)
        {
            _beginning += step;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private ManualTimer? TakeNextDue(TimeSpan target)
    {
        lock (_lock)
        {
            var next = _armed.MinBy(timer => timer.Due);
            if (next is null || next.Due > target)
            {
                _elapsed = target > _elapsed ? target : _elapsed;
                return null;
            }

            _elapsed = next.Due > _elapsed ? next.Due : _elapsed;
            if (next.Period > TimeSpan.Zero)
            {
                next.Due += next.Period;
            }
            else
            {
                _armed.Remove(next);
            }

            return next;
        }
    }

    private void Arm(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            _armed.Remove(timer);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                (timer.Due, timer.Period) = (_elapsed + dueTime, period);
                _armed.Add(timer);
            }
        }

        TimersChanged?.Invoke();
        if (dueTime == TimeSpan.Zero)
        {
            Advance(TimeSpan.Zero);
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        private volatile bool _isDisposed;

        public TimeSpan Due { get; set; }

        public TimeSpan Period { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (!_isDisposed)
            {
                clock.Arm(this, dueTime, period);
            }

            return !_isDisposed;
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            _isDisposed = true;
            clock.Arm(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
