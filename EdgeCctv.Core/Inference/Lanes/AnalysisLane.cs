using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Inference.Lanes;

/// <summary>
/// One analyser's way through the frames: which it is given, on what thread, and what is done when it hangs or breaks. A stuck one
/// holds up nobody else. Thread-safe; results are handed on without its lock.
/// </summary>
internal sealed class AnalysisLane
{
    private readonly Lock _lock = new();
    private readonly IFrameAnalyzerFactory _factory;
    private readonly LaneContext _context;
    private readonly CadenceGate _gate;
    private readonly LaneInbox _inbox = new();
    private readonly LaneDebt _debt;
    private readonly LaneBooks _books;

    // Bound: LaneRules.MostLost over all lanes, and one that is being disposed.
    private readonly HashSet<LaneRun> _lost = [];
    private LaneRun? _run;
    private bool _isMade;
    private bool _isEnded;
    private LaneFault? _fault;
    private int _failures;
    private int _rebuilds;
    private long? _workedSince;
    private Looks _told = new(AnalyzerState.Loading, null, null);

    public AnalysisLane(IFrameAnalyzerFactory factory, LaneContext context)
    {
        (_factory, _context) = (factory, context);
        _gate = new CadenceGate(factory.MostPerSecond);
        _debt = new LaneDebt(context.Clock);
        _books = new LaneBooks(context.Clock);
    }

    public IFrameAnalyzerFactory Factory => _factory;

    public AnalyzerStatus Status
    {
        get
        {
            lock (_lock)
            {
                var looks = Look();
                return new AnalyzerStatus(_factory.Name, looks.State)
                {
                    Cause = looks.Cause,
                    NextTry = looks.NextTry,
                    Limit = Limit,
                    LastSuccess = _books.LastSuccess,
                    WaitingSince = _debt.Since,
                    TimeMs = _books.TimeMs,
                    Analysed = _books.Analysed,
                    Skipped = _inbox.Skipped,
                    Rebuilds = _rebuilds,
                };
            }
        }
    }

    /// <summary>Begins to load the analyser.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            Make();
        }
    }

    /// <summary>A frame was captured. On the capture thread.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="time">When it was taken.</param>
    /// <param name="stretch">Number of the unbroken stretch that it belongs to.</param>
    public void Offer(Frame frame, TimeSpan time, int stretch)
    {
        // A picture that the camera repeats would read as "no movement".
        var isRepeated = _factory.NeedsGrey && frame.UnchangedFor > TimeSpan.Zero;
        _debt.OnFrame(stretch, isRepeated);
        if (!isRepeated && (frame.Grey is not null || !_factory.NeedsGrey) && _gate.IsDue(time))
        {
            _inbox.Put(frame, stretch);
        }
    }

    public void OnCleared()
    {
        _inbox.Clear();
        _debt.Settle();
        lock (_lock)
        {
            _books.OnCleared();
        }
    }

    /// <summary>Looks whether something has to be done. Called a few times a second.</summary>
    /// <param name="awakeSince">Since when that has been so: what was before does not count against an analyser.</param>
    public void Check(long awakeSince)
    {
        lock (_lock)
        {
            var call = _run?.Call;
            var facts = new LaneFacts(
                call?.Call,
                call is { } one ? _context.Clock.GetElapsedTime(Math.Max(one.Began, awakeSince)) : TimeSpan.Zero,
                _run is null && !_isEnded && _fault is { } fault && _context.Clock.GetElapsedTime(fault.At) >= fault.Wait,
                _context.Threads.Lost);
            switch (LaneRules.Next(facts))
            {
                case LaneStep.GiveUp:
                    GiveUp(_run!, facts.Call!.Value);
                    break;
                case LaneStep.Make:
                    _rebuilds++;
                    Make();
                    break;
                case LaneStep.None:
                    break;
            }

            ForgetFaultWithoutCamera();
        }

        Tell();
    }

    public void OnMade(LaneRun run)
    {
        lock (_lock)
        {
            _isMade |= run == _run;
            ForgetFaultWithoutCamera();
        }

        Tell();
    }

    public void OnAnalysed(LaneRun run, Frame frame, AnalysisFinding? finding, TimeSpan took)
    {
        bool isMended;
        lock (_lock)
        {
            if (run != _run)
            {
                return;
            }

            _debt.Settle();
            _books.OnAnalysed(took, _context.Intake.IsPresent(frame));
            _workedSince ??= _context.Clock.GetTimestamp();
            isMended = _fault is not null;
            _fault = null;
        }

        if (finding is not null)
        {
            _context.Intake.Publish(new AnalysisResult(_factory.Name, frame.Sequence, frame.ReceivedTimestamp, frame.ReceivedUtc, finding, took), frame, run);
        }

        _context.OnAnalysed(_factory.Name, took);
        if (isMended)
        {
            Tell();
        }
    }

    public void OnBroke(LaneRun run, Exception broken)
    {
        lock (_lock)
        {
            // One that was told to end may break over it.
            if (run != _run || run.IsCancelled)
            {
                return;
            }

            run.Cancel();
            Fail(broken is AnalysisException ? broken.Message : $"The analysis '{_factory.Name}' broke: {FirstLine(broken.Message)}");
        }

        if (broken is not AnalysisException)
        {
            InferenceLog.Broke(_context.Logger, broken, _factory.Name);
        }

        Tell();
    }

    public void OnDisposalBroke(Exception broken) => InferenceLog.Broke(_context.Logger, broken, _factory.Name);

    /// <summary>The run's thread ends, and its analyser is disposed.</summary>
    public void OnGone(LaneRun run)
    {
        bool wasLost;
        lock (_lock)
        {
            wasLost = _lost.Remove(run);
            _run = run == _run ? null : _run;
        }

        if (wasLost)
        {
            InferenceLog.Returned(_context.Logger, _factory.Name, _context.Threads.OnReturned());
            _context.OnChanged();
        }

        _context.Threads.OnEnded();
    }

    /// <summary>Lets the analyser go; nothing is made any more.</summary>
    public void End()
    {
        lock (_lock)
        {
            _isEnded = true;
            _run?.Cancel();
        }
    }

    private TimeSpan Limit
    {
        get
        {
            var ordinary = _context.Freshness.Limit > LaneRules.LeastLimit ? _context.Freshness.Limit : LaneRules.LeastLimit;
            var camera = Freshness.AtLeastThreeIntervals(ordinary, _context.Intake.Newest?.Interval);
            var pace = TimeSpan.FromSeconds(3 / _factory.MostPerSecond);
            return camera > pace ? camera : pace;
        }
    }

    private void Make()
    {
        if (_isEnded)
        {
            return;
        }

        var run = new LaneRun(this, _factory, _inbox, _context.Clock);
        (_run, _isMade, _workedSince) = (run, false, null);
        _context.Threads.OnStarted();
        try
        {
            run.Begin();
        }
        catch (Exception none) when (none is OutOfMemoryException or ThreadStartException)
        {
            _context.Threads.OnEnded();
            Fail("The system has no thread for the analysis.");
        }
    }

    private void GiveUp(LaneRun hung, LaneCall call)
    {
        hung.Cancel();
        _lost.Add(hung);
        var seconds = LaneRules.LimitOf(call).TotalSeconds;
        InferenceLog.LeftBehind(_context.Logger, _factory.Name, seconds, _context.Threads.OnLost());
        Fail(call == LaneCall.Load
            ? FormattableString.Invariant($"The analysis '{_factory.Name}' was not loaded within {seconds:0.#} s.")
            : FormattableString.Invariant($"The analysis '{_factory.Name}' has not answered for {seconds:0.#} s."));
    }

    private void Fail(string cause)
    {
        var clock = _context.Clock;
        _failures = _workedSince is { } since && clock.GetElapsedTime(since) >= LaneRules.StableRun ? 1 : _failures + 1;
        var wait = LaneRules.Delay(_failures);
        _fault = new LaneFault(cause.EndsWith('.') ? cause : $"{cause}.", clock.GetTimestamp(), wait, clock.GetUtcNow() + wait);
        (_run, _isMade) = (null, false);
    }

    // Libraries write pages.
    private static string FirstLine(string text) => text.AsSpan().Trim().EnumerateLines() is var lines && lines.MoveNext() ? lines.Current.ToString() : "no reason given";

    // With the camera off there is no frame to prove the new analyser on.
    private void ForgetFaultWithoutCamera() => _fault = _isMade && _context.Intake.Newest is null ? null : _fault;

    private Looks Look()
    {
        var state = LaneRules.State(_fault is not null, _isMade, HasPicture);
        return (_run, _fault) switch
        {
            (null, { } fault) when _context.Threads.Lost >= LaneRules.MostLost => new Looks(
                state, $"{fault.Cause} It is not made anew while {_context.Threads.Lost} of its kind hang; restart the console to mend that.", null),
            (null, { } fault) => new Looks(state, fault.Cause, fault.NextTry),
            _ => new Looks(state, _fault?.Cause, null),
        };
    }

    private bool HasPicture => _context.Intake.Newest is { } newest
        && _context.Clock.GetElapsedTime(newest.ReceivedTimestamp) <= _context.Freshness.LimitFor(newest);

    // Once for each change, outside the lock.
    private void Tell()
    {
        Looks before, now;
        lock (_lock)
        {
            (before, now) = (_told, Look());
            _told = now;
        }

        if (now == before)
        {
            return;
        }

        if (now.State != AnalyzerState.Stalled)
        {
            InferenceLog.StateChanged(_context.Logger, _factory.Name, before.State, now.State);
        }
        else if (now.Cause != before.Cause)
        {
            _context.Intake.Withdraw(_factory.Name);
            InferenceLog.Stalled(_context.Logger, _factory.Name, now.Cause);
        }

        _context.OnChanged();
    }

    // What is told when it changes.
    private sealed record Looks(AnalyzerState State, string? Cause, DateTimeOffset? NextTry);
}

/// <summary>Why a lane is stalled.</summary>
/// <param name="Cause">For people.</param>
/// <param name="At">When, on the monotonic clock.</param>
/// <param name="Wait">How long after that an analyser is made anew.</param>
/// <param name="NextTry">The same moment on the wall clock.</param>
internal sealed record LaneFault(string Cause, long At, TimeSpan Wait, DateTimeOffset NextTry);
