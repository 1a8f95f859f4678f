using System.Globalization;
using EdgeCctv.Core.Capture;
using static EdgeCctv.Core.Camera.CameraSignalKind;

namespace EdgeCctv.Core.Camera;

/// <summary>
/// Owns the one capture. Every method runs on the manager's mailbox, one at a time, and returns at once: opening, reading and
/// releasing happen on the session's thread, which reports back through <paramref name="post"/>.
/// </summary>
/// <param name="context">What captures need.</param>
/// <param name="random">Spreads the retries.</param>
/// <param name="post">Puts work into the mailbox, from any thread.</param>
internal sealed class CameraSupervisor(CaptureContext context, Random random, Action<Action> post)
{
    private readonly PendingReplies _starters = new();
    private readonly PendingReplies _stoppers = new();
    private readonly List<(CameraSource Source, bool SwitchTo, TaskCompletionSource<CameraReply> Caller)> _afterStop = [];
    private readonly CapturesLeftBehind _leftBehind = new();
    private readonly MailboxTimer _due = new(context.Clock, post);
    private volatile CaptureSession? _session;
    private volatile DataReceipt _before = DataReceipt.None;
    private long _runBegan;
    private long _stopBegan;
    private CameraSource? _silentAfterOnePicture;
    private bool _closed;
    private volatile CameraStatus _status = new(CameraState.Idle, context.Clock.GetUtcNow());

    /// <summary>Raised on the mailbox after every change.</summary>
    public event Action<CameraStatus>? Changed;

    public CameraStatus Status => _status;

    /// <summary>What came from the camera. Any thread.</summary>
    public DataReceipt Received
    {
        get
        {
            // In this order: a session that ends in between is remembered before it is let go.
            var last = _session?.LastReceived;
            var before = _before;
            return last is null ? before : before with { Last = last, IsOfOpenCapture = true };
        }
    }

    public void Start(CameraSource source, bool switchTo, TaskCompletionSource<CameraReply> caller)
    {
        var same = source.Equals(Status.Source);
        switch (Status.State)
        {
            case var _ when _closed:
                Answer(caller, CameraReplyKind.Unavailable, "The console is shutting down");
                break;
            case CameraState.Stopping:
                _afterStop.Add((source, switchTo, caller));
                break;
            case CameraState.Starting or CameraState.Running when !same && switchTo:
                BeginSwitch(source, caller);
                break;
            case CameraState.Starting or CameraState.Running when !same:
                Answer(caller, CameraReplyKind.Conflict, ConflictMessage());
                break;
            case CameraState.Running:
                Answer(caller, CameraReplyKind.Done, "Camera already running");
                break;
            case CameraState.Starting:
                _starters.Add(caller);
                HurryRetry();
                break;
            default:
                _starters.Add(caller);
                Apply(new CameraSignal(StartRequested) { Source = source });
                BeginAttempt();
                break;
        }
    }

    public void Stop(string by, TaskCompletionSource<CameraReply> caller)
    {
        switch (Status.State)
        {
            case CameraState.Idle:
                Answer(caller, CameraReplyKind.Done, "Camera already stopped");
                break;
            case CameraState.Stopping:
                RefuseWaitingStarts(by);
                _stoppers.Add(caller);
                Apply(new CameraSignal(StopRequested) { By = by });
                break;
            default:
                _stoppers.Add(caller);
                Apply(new CameraSignal(StopRequested) { By = by });
                _starters.Answer(CameraReplyKind.Unavailable, $"stopped by {by}", Status);
                BeginRelease();
                break;
        }
    }

    /// <summary>From here on every start is refused.</summary>
    public void Close() => _closed = true;

    private void BeginSwitch(CameraSource source, TaskCompletionSource<CameraReply> caller)
    {
        Apply(new CameraSignal(SwitchRequested) { Source = source });
        _starters.Answer(CameraReplyKind.Unavailable, $"stopped by a switch to {source.Display}", Status);
        _starters.Add(caller);
        BeginRelease();
    }

    private void BeginRelease()
    {
        _stopBegan = context.Clock.GetTimestamp();
        if (_session is { } session)
        {
            session.Cancel();
            _due.Schedule(CameraSettings.ReleaseTimeout, () => LeaveBehind(session, CameraSettings.ReleaseTimeout, Finish));
        }
        else
        {
            Finish();
        }
    }

    /// <summary>Tells everybody who waits that there is nothing to wait for.</summary>
    public void AnswerAll(string message)
    {
        _starters.Answer(CameraReplyKind.Unavailable, message, Status);
        _stoppers.Answer(CameraReplyKind.Unavailable, message, Status);
        foreach (var (_, _, caller) in _afterStop)
        {
            Answer(caller, CameraReplyKind.Unavailable, message);
        }

        _afterStop.Clear();
    }

    // The last command counts: a start that still waits for the stop under way was asked for earlier.
    private void RefuseWaitingStarts(string by)
    {
        _starters.Answer(CameraReplyKind.Unavailable, $"stopped by {by}", Status);
        foreach (var (_, _, caller) in _afterStop)
        {
            Answer(caller, CameraReplyKind.Unavailable, $"stopped by {by}");
        }

        _afterStop.Clear();
    }

    private void Finish()
    {
        _due.Cancel();
        context.Frames.Clear();
        Apply(new CameraSignal(Released));
        CameraLog.Released(context.Logger, context.Clock.GetElapsedTime(_stopBegan).TotalMilliseconds);
        _stoppers.Answer(CameraReplyKind.Done, "Camera stopped", Status);
        if (Status.State == CameraState.Starting)
        {
            BeginAttempt();
        }

        var waiting = _afterStop.ToArray();
        _afterStop.Clear();
        foreach (var (source, switchTo, caller) in waiting)
        {
            Start(source, switchTo, caller);
        }
    }

    private void BeginAttempt()
    {
        _due.Cancel();
        if (Status is { Attempt: 1, Fault: CameraFault.None })
        {
            // It follows from no failure: what came before was another start's, or even another camera's.
            _before = DataReceipt.None;
        }

        var source = Status.Source!;
        if (_leftBehind.Hold(source))
        {
            EndAttempt(new CaptureException(CameraFault.Busy, $"An earlier capture of {source.Display} has not returned yet."));
            return;
        }

        var session = new CaptureSession(
            source, context, PatienceWith(source), (one, facts) => post(() => OnFirstFrame(one, facts)), (one, end) => post(() => OnEnded(one, end)));
        _session = session;
        var limit = session.StartTimeout + CameraSettings.ReleaseTimeout;
        _due.Schedule(limit, () => LeaveBehind(session, limit, () => EndAttempt(
            new CaptureException(CameraFault.TimedOut, $"Opening {source.Display} did not return within {limit.TotalSeconds:0.0} s."))));
        session.Begin();
    }

    private void OnFirstFrame(CaptureSession session, StreamFacts facts)
    {
        // A stop may have come in between; then the picture came too late.
        if (session == _session && Status.State == CameraState.Starting)
        {
            _due.Cancel();
            _runBegan = context.Clock.GetTimestamp();
            _before = DataReceipt.None;
            Apply(new CameraSignal(FirstFrame) { Facts = facts });
            WatchRun(session);
            _starters.Answer(CameraReplyKind.Done, "Camera started successfully", Status);
        }
    }

    private void OnEnded(CaptureSession session, CaptureException end)
    {
        session.Dispose();
        if (_leftBehind.Remove(session))
        {
            CameraLog.CaptureReturned(context.Logger, session.Source.Display, _leftBehind.Count);
            Set(Status with { LostCaptures = _leftBehind.Count });
            if (Status.Fault == CameraFault.Busy && session.Source.Equals(Status.Source))
            {
                HurryRetry();
            }
        }
        else if (session == _session)
        {
            Remember(session, end.Fault);
            _session = null;
            GetToKnow(session, end);
            if (Status.State == CameraState.Stopping)
            {
                Finish();
            }
            else
            {
                EndAttempt(end);
            }
        }
    }

    // One picture and then silence may be a camera that is slow by nature: next time its second picture is awaited.
    private void GetToKnow(CaptureSession session, CaptureException end) =>
        _silentAfterOnePicture = end.Fault == CameraFault.NoData && session.Pictures == 1 ? session.Source : null;

    private void Remember(CaptureSession session, CameraFault end)
    {
        var last = session.LastReceived;
        _before = new DataReceipt(last ?? _before.Last, IsOfOpenCapture: false, EndedInVain: end is CameraFault.NoData or CameraFault.TimedOut && IsRecent(session.Source, last));
    }

    // In the second half of a wait for a picture: what came in the first may have been the rest of the last one.
    private bool IsRecent(CameraSource source, long? last) =>
        last is { } at && context.Clock.GetElapsedTime(at) < context.Tuning.Of(source).Limits.StallTime / 2;

    private TimeSpan PatienceWith(CameraSource source) =>
        source.Equals(_silentAfterOnePicture) ? CameraSettings.SlowCameraPatience : TimeSpan.Zero;

    // A read notices a stall by itself, unless it hangs in the native library and never comes back to notice anything.
    private void WatchRun(CaptureSession session)
    {
        var pictures = session.Pictures;
        var limit = session.StallLimit + CameraSettings.ReleaseTimeout;
        _due.Schedule(limit, () =>
        {
            if (session.Pictures != pictures)
            {
                WatchRun(session);
                return;
            }

            LeaveBehind(session, limit, () => EndAttempt(new CaptureException(
                CameraFault.NoData, $"The capture of {session.Source.Display} has not returned for {limit.TotalSeconds:0.0} s.")));
        });
    }

    // An attempt has failed or a run has ended; either way the device is free, or its session was left behind.
    private void EndAttempt(CaptureException end)
    {
        _due.Cancel();
        var now = context.Clock.GetUtcNow();
        var ended = new CameraSignal(CaptureEnded)
        {
            Fault = end.Fault,
            Detail = end.Message,
            Jitter = (random.NextDouble() * 2) - 1,
            Reconnect = context.Tuning.Of(Status.Source!).Limits.Reconnect,
            Ran = context.Clock.GetElapsedTime(_runBegan),
        };
        Apply(ended, now);
        if (Status.State == CameraState.Idle)
        {
            // A file was played to its end.
            context.Frames.Clear();
            return;
        }

        if (Status.NextTry is not { } next)
        {
            // A failed switch: whoever asked for it is answered, and the old source is opened again.
            _starters.Answer(CameraReplyKind.Unavailable, Status.Notice ?? "", Status);
            BeginAttempt();
            return;
        }

        _due.Schedule(next - now, Retry);
        _starters.Answer(CameraReplyKind.Unavailable, FailureMessage(next), Status);
    }

    private void Retry()
    {
        Apply(new CameraSignal(RetryDue));
        BeginAttempt();
    }

    // Somebody asks for the picture now, or what stood in its way has gone: the next attempt need not wait for its time.
    private void HurryRetry()
    {
        if (Status.NextTry is not null)
        {
            Retry();
        }
    }

    private void LeaveBehind(CaptureSession session, TimeSpan limit, Action then)
    {
        if (session != _session)
        {
            return;
        }

        Remember(session, CameraFault.TimedOut);
        _session = null;
        _leftBehind.Add(session);
        CameraLog.CaptureLeftBehind(context.Logger, session.Source.Display, limit.TotalSeconds, _leftBehind.Count);
        Set(Status with { LostCaptures = _leftBehind.Count });
        then();
    }

    private void Apply(CameraSignal signal) => Apply(signal, context.Clock.GetUtcNow());

    private void Apply(CameraSignal signal, DateTimeOffset now)
    {
        var before = Status;
        var after = CameraLifecycle.Advance(before, signal, now);
        CameraDiary.Write(context.Logger, before, after, signal.Kind);
        Set(after);
    }

    private void Set(CameraStatus status)
    {
        _status = status;
        Changed?.Invoke(status);
    }

    private void Answer(TaskCompletionSource<CameraReply> caller, CameraReplyKind kind, string message) =>
        caller.TrySetResult(new CameraReply(kind, message, Status));

    private string ConflictMessage() =>
        $"Another source is open: {Status.Source?.Display}, since {Time(Status.Since)}. Stop it first, or ask for a switch.";

    private string FailureMessage(DateTimeOffset next) => $"{Status.Cause} Next try at {Time(next)}.";

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
