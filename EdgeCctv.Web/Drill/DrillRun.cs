using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Drill;

/// <summary>One drill from its beginning to its report: hears the screens, and can be cut short. Thread-safe.</summary>
/// <param name="terms">What is asked of the screens.</param>
/// <param name="by">Who began it.</param>
/// <param name="source">The camera, without secrets.</param>
/// <param name="clock">Measures it.</param>
internal sealed class DrillRun(DrillTerms terms, string by, string source, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _early = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _hopeless = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SortedDictionary<long, ScreenTrial> _trials = [];
    private DateTimeOffset _began = clock.GetUtcNow();
    private DateTimeOffset? _ended;

    public DrillTerms Terms => terms;

    public string By => by;

    public string Source => source;

    /// <summary>On the monotonic clock.</summary>
    public long BeganAt { get; private set; }

    /// <summary>On the monotonic clock; only once it is over.</summary>
    public long EndedAt { get; private set; }

    public bool IsOver
    {
        get
        {
            lock (_gate)
            {
                return _ended is not null;
            }
        }
    }

    /// <summary>Why it did not run to its end; null while and when it did.</summary>
    public string? AbortReason { get; private set; }

    /// <summary>Whether it makes no sense to wait for any screen.</summary>
    public bool IsHopeless => _hopeless.Task.IsCompleted;

    /// <summary>Until its end, zero once it is over.</summary>
    public TimeSpan Remaining => IsOver || Terms.Length <= clock.GetElapsedTime(BeganAt) ? TimeSpan.Zero : Terms.Length - clock.GetElapsedTime(BeganAt);

    /// <summary>Call just before the pictures are disturbed.</summary>
    /// <param name="open">The screens that there are. What one says while this is under way is heard after it.</param>
    public void Begin(IEnumerable<Screen> open)
    {
        lock (_gate)
        {
            foreach (var screen in open.Select(screen => screen.Read()))
            {
                _trials[screen.Number] = new ScreenTrial(screen, isLate: false);
            }

            (BeganAt, _began) = (clock.GetTimestamp(), clock.GetUtcNow());
        }
    }

    public void Hear(Screen screen, ScreenVerdict verdict)
    {
        lock (_gate)
        {
            // What it said before is in what was read of it at the beginning.
            if (BeganAt != 0 && verdict.At >= BeganAt)
            {
                Trial(screen.Read()).Hear(verdict, terms, isOver: _ended is not null && verdict.At >= EndedAt);
            }
        }
    }

    /// <summary>Until its time is over, or it is cut short.</summary>
    public async Task LastAsync() => await _early.Task.WaitAsync(terms.Length, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>For some time, or until there is nothing to wait for.</summary>
    public async Task RestAsync(TimeSpan time) => await _hopeless.Task.WaitAsync(time, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Call just before the source is as it was; the first call counts.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (_ended is null)
            {
                (EndedAt, _ended) = (clock.GetTimestamp(), clock.GetUtcNow());
            }
        }
    }

    /// <summary>The disturbance ends now; the screens are still awaited.</summary>
    /// <returns>False when it was over already.</returns>
    public bool CutShort(string reason)
    {
        lock (_gate)
        {
            if (_ended is not null || !_early.TrySetResult())
            {
                return false;
            }

            AbortReason = reason;
            return true;
        }
    }

    /// <summary>The same, and no screen can recover.</summary>
    public void GiveUp(string reason)
    {
        lock (_gate)
        {
            AbortReason ??= reason;
            _early.TrySetResult();
            _hopeless.TrySetResult();
        }
    }

    /// <summary>Whether every screen that has to is live again.</summary>
    /// <param name="open">The screens that there are now: one that has left is not waited for.</param>
    public bool IsSettled(IEnumerable<Screen> open)
    {
        var here = open.Select(screen => screen.Read().Number).ToHashSet();
        lock (_gate)
        {
            return _trials.Values.All(trial => trial.IsSettled || !here.Contains(trial.Number));
        }
    }

    /// <summary>Call when there is nothing more to wait for.</summary>
    /// <param name="open">The screens that there are now.</param>
    public DrillReport Report(IEnumerable<Screen> open)
    {
        End();
        var here = open.Select(screen => screen.Read()).ToDictionary(screen => screen.Number);
        lock (_gate)
        {
            foreach (var screen in here.Values)
            {
                Trial(screen);
            }

            var screens = _trials.Values.Select(trial => trial.Judge(this, here.GetValueOrDefault(trial.Number), clock.GetElapsedTime)).ToArray();
            var judged = screens.Where(screen => screen.Verdict != DrillVerdict.NotJudged).ToArray();
            var verdict = AbortReason is not null ? DrillVerdict.Aborted
                : judged.Length == 0 ? DrillVerdict.NotJudged
                : judged.All(screen => screen.Verdict == DrillVerdict.Passed) ? DrillVerdict.Passed
                : DrillVerdict.Failed;
            return Report(verdict, AbortReason ?? (judged.Length == 0 ? "no screen could be judged" : null), screens);
        }
    }

    /// <summary>The same, but of a drill of which the console itself has lost track: it reads no screen, so that it cannot fail.</summary>
    public DrillReport ReportBroken(string reason)
    {
        GiveUp(reason);
        End();
        lock (_gate)
        {
            return Report(DrillVerdict.Aborted, AbortReason, []);
        }
    }

    private DrillReport Report(DrillVerdict verdict, string? remark, IReadOnlyList<DrillScreenReport> screens) => new()
    {
        Kind = terms.Kind,
        Began = _began,
        Ended = _ended!.Value,
        By = by,
        Source = source,
        Verdict = verdict,
        Remark = remark,
        Screens = screens,
    };

    // The trial of a screen that was not there at the beginning begins when it is first heard of.
    private ScreenTrial Trial(ScreenSnapshot screen)
    {
        if (!_trials.TryGetValue(screen.Number, out var trial))
        {
            _trials[screen.Number] = trial = new ScreenTrial(screen, isLate: true);
        }

        return trial;
    }
}
