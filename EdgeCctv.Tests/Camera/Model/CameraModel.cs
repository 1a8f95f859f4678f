using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;

namespace EdgeCctv.Tests.Camera.Model;

/// <summary>
/// The camera's life once more, written from the design's table and not from the code: what the manager must be doing after each
/// command, fault and lapse of time. Plain state, no threads.
/// </summary>
internal sealed class CameraModel(ModelCallers callers)
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan OpenLimit = TimeSpan.FromSeconds(5.5);
    private static readonly TimeSpan ReleaseLimit = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Stable = TimeSpan.FromSeconds(5);

    private readonly List<(int Caller, CameraSource Source, bool Switch)> _afterStop = [];
    private readonly List<int> _starters = [];
    private readonly List<int> _stoppers = [];
    private readonly ModelPictures _pictures = new();
    private TimeSpan _openedAt;
    private TimeSpan _runBegan;
    private bool _openHangs;
    private bool _disposeHangs;
    private CameraFault? _endsWith;
    private CameraSource? _silentAfterOnePicture;
    private int _releases;
    private bool _isBeingOpened;

    /// <summary>How cameras behave that are opened from now on.</summary>
    public ModelWorld World { get; } = new();

    public TimeSpan Now { get; private set; }

    public CameraState State { get; private set; } = CameraState.Idle;

    public bool Desired { get; private set; }

    public CameraSource? Source { get; private set; }

    public CameraSource? Next { get; private set; }

    public CameraSource? Fallback { get; private set; }

    public bool HasNotice { get; private set; }

    public int Attempt { get; private set; }

    public CameraFault Fault { get; private set; }

    public TimeSpan? NextTry { get; private set; }

    public List<CameraSource> Lost { get; } = [];

    public int Opens { get; private set; }

    /// <summary>Whether a session is open that waits for a picture.</summary>
    public bool IsReading { get; private set; }

    /// <summary>When something happens by itself, if nobody does anything.</summary>
    public TimeSpan? Due => State switch
    {
        CameraState.Idle => null,
        CameraState.Stopping => _openedAt + ReleaseLimit,
        CameraState.Running => _disposeHangs ? null : _pictures.StallAt,
        _ when NextTry is { } next => next,
        _ => _openedAt + (_openHangs || _disposeHangs ? OpenLimit : StartTimeout),
    };

    public bool CanDeliver => IsReading;

    // A run that fails and then hangs in its release is noticed by the watch over the run, which has tests of its own.
    public bool CanFail => IsReading && !(_disposeHangs && State == CameraState.Running);

    /// <summary>Whether it is certain what follows when hangs end: else it depends on which of two native calls comes back first.</summary>
    public bool CanReleaseHangs => Lost.Count == 0 || NextTry is not null || State is CameraState.Idle or CameraState.Running;

    public void Start(int caller, CameraSource source, bool switchTo)
    {
        var isOther = !source.Equals(Source);
        switch (State)
        {
            case CameraState.Stopping:
                _afterStop.Add((caller, source, switchTo));
                break;
            case CameraState.Starting or CameraState.Running when isOther && !switchTo:
                callers.Expect(caller, CameraReplyKind.Conflict, "Another source is open");
                break;
            case CameraState.Starting or CameraState.Running when isOther:
                BeginSwitch(caller, source);
                break;
            case CameraState.Running:
                callers.Expect(caller, CameraReplyKind.Done, "Camera already running");
                break;
            case CameraState.Starting when NextTry is null:
                _starters.Add(caller);
                break;
            case CameraState.Starting:
                _starters.Add(caller);
                Retry();
                break;
            default:
                _starters.Add(caller);
                (Desired, Source) = (true, source);
                BeginAfresh(fallback: null);
                break;
        }
    }

    public void Stop(int caller)
    {
        if (State == CameraState.Idle)
        {
            callers.Expect(caller, CameraReplyKind.Done, "Camera already stopped");
            return;
        }

        _stoppers.Add(caller);
        callers.ExpectAll(_starters, CameraReplyKind.Unavailable, "stopped by");
        callers.ExpectAll(_afterStop.Select(one => one.Caller), CameraReplyKind.Unavailable, "stopped by");
        _afterStop.Clear();
        (Desired, Next, Fallback) = (false, null, null);
        if (State != CameraState.Stopping)
        {
            HasNotice = false;
            BeginRelease();
        }
    }

    public void Deliver()
    {
        if (State == CameraState.Starting)
        {
            Run();
        }
        else
        {
            _pictures.Add(Now);
        }
    }

    public void Fail(CameraFault fault) => End(fault);

    /// <summary>Whatever hangs in a native library comes back.</summary>
    public void ReleaseHangs()
    {
        var wasLost = Lost.Contains(Source!);
        Lost.Clear();
        var (openHung, endsWith) = (_openHangs, _endsWith);
        (_openHangs, _disposeHangs, _endsWith) = (false, false, null);
        if (State == CameraState.Stopping)
        {
            _silentAfterOnePicture = null;
            Released();
        }
        else if (endsWith is { } fault)
        {
            End(fault);
        }
        else if (openHung)
        {
            Opened();
        }
        else if (wasLost && Fault == CameraFault.Busy && NextTry is not null)
        {
            Retry();
        }
    }

    /// <summary>Time passes in which nothing happens by itself.</summary>
    public void Pass(TimeSpan time)
    {
        Now += time;
        if (IsReading && State == CameraState.Starting && Now >= _openedAt + StartTimeout)
        {
            // The read is over, and hangs in its release.
            (IsReading, _endsWith) = (false, CameraFault.TimedOut);
        }
    }

    /// <summary>Time passes until <see cref="Due"/>, and what is due happens.</summary>
    public void PassUntilDue()
    {
        Now = Due!.Value;
        switch (State)
        {
            case CameraState.Stopping:
                LeaveBehind();
                Released();
                break;
            case CameraState.Running:
                End(CameraFault.NoData);
                break;
            default:
                if (NextTry is not null)
                {
                    Retry();
                }
                else
                {
                    TimeOut();
                }

                break;
        }
    }

    private void BeginSwitch(int caller, CameraSource source)
    {
        callers.ExpectAll(_starters, CameraReplyKind.Unavailable, "stopped by a switch");
        _starters.Add(caller);
        Next = source;
        Fallback = (Fallback ?? Source)!.Equals(source) ? null : Fallback ?? Source;
        HasNotice = false;
        BeginRelease();
    }

    private void BeginRelease()
    {
        State = CameraState.Stopping;
        NextTry = null;
        var (hadSession, neverOpens) = (IsReading || _isBeingOpened, _isBeingOpened && World.Fails is not null);
        (IsReading, _isBeingOpened) = (false, false);
        if (_openHangs || (_disposeHangs && !neverOpens))
        {
            _openedAt = Now;
            return;
        }

        // Whatever was open ended by itself, in no time.
        _silentAfterOnePicture = hadSession ? null : _silentAfterOnePicture;
        Released();
    }

    private void Released()
    {
        _releases++;
        (_openHangs, _disposeHangs, _endsWith) = (false, false, null);
        callers.ExpectAll(_stoppers, CameraReplyKind.Done, "Camera stopped");
        if (Next is { } next)
        {
            Source = next;
            BeginAfresh(Fallback);
        }
        else
        {
            (State, Attempt, Fault) = (CameraState.Idle, 0, CameraFault.None);
        }

        var waiting = _afterStop.ToArray();
        _afterStop.Clear();
        foreach (var (caller, source, switchTo) in waiting)
        {
            Start(caller, source, switchTo);
        }

        // What was asked for meanwhile is heard before the camera that was started has had time to answer.
        if (--_releases == 0 && _isBeingOpened)
        {
            Opened();
        }
    }

    private void BeginAfresh(CameraSource? fallback)
    {
        (Next, Fallback, HasNotice, Attempt, Fault) = (null, fallback, false, 1, CameraFault.None);
        BeginAttempt();
    }

    private void BeginAttempt()
    {
        (State, NextTry) = (CameraState.Starting, null);
        if (Lost.Contains(Source!))
        {
            FailAttempt(CameraFault.Busy);
            return;
        }

        Opens++;
        (_openedAt, _openHangs, _disposeHangs) = (Now, World.OpenHangs, World.DisposeHangs);
        _isBeingOpened = !_openHangs;
        if (_isBeingOpened && _releases == 0)
        {
            Opened();
        }
    }

    private void Opened()
    {
        _isBeingOpened = false;
        if (World.Fails is { } fault)
        {
            (_disposeHangs, _silentAfterOnePicture) = (false, null);
            FailAttempt(fault);
        }
        else if (World.HasFirstPicture)
        {
            Run();
        }
        else if (Now >= _openedAt + StartTimeout)
        {
            End(CameraFault.TimedOut);
        }
        else
        {
            IsReading = true;
        }
    }

    private void Run()
    {
        (State, Fault, Fallback, IsReading, _runBegan) = (CameraState.Running, CameraFault.None, null, true, Now);
        _pictures.Begin(Now, isPatient: Source!.Equals(_silentAfterOnePicture));
        callers.ExpectAll(_starters, CameraReplyKind.Done, "Camera started successfully");
    }

    private void TimeOut()
    {
        if (_openHangs || _disposeHangs)
        {
            LeaveBehind();
            IsReading = false;
            FailAttempt(CameraFault.TimedOut);
        }
        else
        {
            End(CameraFault.TimedOut);
        }
    }

    // The session has ended by itself and let go.
    private void End(CameraFault fault)
    {
        _silentAfterOnePicture = fault == CameraFault.NoData && _pictures.Count == 1 ? Source : null;
        if (State == CameraState.Running)
        {
            Lose(fault);
        }
        else if (_disposeHangs)
        {
            // It hangs in its release; the limit of the attempt notices.
            (IsReading, _endsWith) = (false, fault);
        }
        else
        {
            IsReading = false;
            FailAttempt(fault);
        }
    }

    private void Lose(CameraFault fault)
    {
        (State, Fault, IsReading) = (CameraState.Starting, fault, false);
        if (Now - _runBegan >= Stable)
        {
            Attempt = 1;
            BeginAttempt();
        }
        else
        {
            NextTry = Now + Wait(Attempt);
        }
    }

    private void FailAttempt(CameraFault fault)
    {
        if (Fallback is { } old)
        {
            callers.ExpectAll(_starters, CameraReplyKind.Unavailable, "gave no picture");
            Source = old;
            BeginAfresh(fallback: null);
            HasNotice = true;
            return;
        }

        (State, Fault) = (NeedsPerson(fault) ? CameraState.Error : CameraState.Starting, fault);
        NextTry = Now + (fault == CameraFault.Busy ? TimeSpan.FromSeconds(5) : NeedsPerson(fault) ? TimeSpan.FromSeconds(60) : Wait(Attempt));
        callers.ExpectAll(_starters, CameraReplyKind.Unavailable, "Next try at");
    }

    private void Retry()
    {
        Attempt++;
        BeginAttempt();
    }

    private void LeaveBehind()
    {
        Lost.Add(Source!);
        (_openHangs, _disposeHangs, _endsWith) = (false, false, null);
    }

    private static bool NeedsPerson(CameraFault fault) => fault is CameraFault.Unauthorized or CameraFault.Busy;

    private static TimeSpan Wait(int attempt) => TimeSpan.FromSeconds(attempt <= 5 ? 1 : attempt <= 10 ? 5 : attempt <= 20 ? 10 : 60);
}
