using System.Globalization;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;
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
    private readonly List<(CameraSource Source, TaskCompletionSource<CameraReply> Caller)> _afterStop = [];
    private readonly List<CaptureSession> _leftBehind = [];
    private readonly MailboxTimer _due = new(context.Clock, post);
    private CaptureSession? _session;
    private long _runBegan;
    private long _stopBegan;
    private bool _closed;
    private volatile CameraStatus _status = new(CameraState.Idle, context.Clock.GetUtcNow());

    /// <summary>Raised on the mailbox after every change.</summary>
    public event Action<CameraStatus>? Changed;

    public CameraStatus Status => _status;

    public void Start(CameraSource source, TaskCompletionSource<CameraReply> caller)
    {
        var same = source.Equals(Status.Source);
        switch (Status.State)
        {
            case var _ when _closed:
                Answer(caller, CameraReplyKind.Unavailable, "The console is shutting down");
                break;
            case CameraState.Stopping:
                _afterStop.Add((source, caller));
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
                break;
            default:
                _stoppers.Add(caller);
                BeginStop(by);
                break;
        }
    }

    /// <summary>From here on every start is refused.</summary>
    public void Close() => _closed = true;

    private void BeginStop(string by)
    {
        _stopBegan = context.Clock.GetTimestamp();
        Apply(new CameraSignal(StopRequested) { By = by });
        _starters.Answer(CameraReplyKind.Unavailable, $"stopped by {by}", Status);
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

    // The last command counts: a start that still waits for the stop under way was asked for earlier.
    private void RefuseWaitingStarts(string by)
    {
        foreach (var (_, caller) in _afterStop)
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
        var waiting = _afterStop.ToArray();
        _afterStop.Clear();
        foreach (var (source, caller) in waiting)
        {
            Start(source, caller);
        }
    }

    private void BeginAttempt()
    {
        _due.Cancel();
        var source = Status.Source!;
        if (_leftBehind.Exists(left => left.Source.Equals(source)))
        {
            EndAttempt(new CaptureException(CameraFault.Busy, $"An earlier capture of {source.Display} has not returned yet."));
            return;
        }

        var session = new CaptureSession(source, context, one => post(() => OnFirstFrame(one)), (one, end) => post(() => OnEnded(one, end)));
        _session = session;
        var limit = context.Settings.StartTimeout + CameraSettings.ReleaseTimeout;
        _due.Schedule(limit, () => LeaveBehind(session, limit, () => EndAttempt(
            new CaptureException(CameraFault.TimedOut, $"Opening {source.Display} did not return within {limit.TotalSeconds:0.0} s."))));
        session.Begin();
    }

    private void OnFirstFrame(CaptureSession session)
    {
        // A stop may have come in between; then the picture came too late.
        if (session == _session && Status.State == CameraState.Starting)
        {
            _due.Cancel();
            _runBegan = context.Clock.GetTimestamp();
            Apply(new CameraSignal(FirstFrame));
            _starters.Answer(CameraReplyKind.Done, "Camera started successfully", Status);
            WatchRun(session);
        }
    }

    private void OnEnded(CaptureSession session, CaptureException end)
    {
        session.Dispose();
        if (_leftBehind.Remove(session))
        {
            CameraLog.CaptureReturned(context.Logger, session.Source.Display, _leftBehind.Count);
            Set(Status with { LostCaptures = _leftBehind.Count });
        }
        else if (session == _session)
        {
            _session = null;
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

    // A read notices a stall by itself, unless it hangs in the native library and never comes back to notice anything.
    private void WatchRun(CaptureSession session)
    {
        var newest = context.Frames.Newest;
        var limit = Freshness.AtLeastThreeIntervals(context.Settings.StallTime, newest?.Interval) + CameraSettings.ReleaseTimeout;
        _due.Schedule(limit, () =>
        {
            if (context.Frames.Newest?.Sequence != newest?.Sequence)
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
        Apply(
            new CameraSignal(CaptureEnded)
            {
                Fault = end.Fault,
                Detail = end.Message,
                Jitter = (random.NextDouble() * 2) - 1,
                Ran = context.Clock.GetElapsedTime(_runBegan),
            },
            now);
        if (Status.NextTry is not { } next)
        {
            BeginAttempt();
            return;
        }

        _starters.Answer(CameraReplyKind.Unavailable, FailureMessage(next), Status);
        _due.Schedule(next - now, Retry);
    }

    private void Retry()
    {
        Apply(new CameraSignal(RetryDue));
        BeginAttempt();
    }

    // Somebody asks for the picture now: the next attempt need not wait for its time.
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

        _session = null;
        session.Cancel();
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
        $"Another source is open: {Status.Source?.Display}, since {Time(Status.Since)}. Stop it first.";

    private string FailureMessage(DateTimeOffset next) => $"{Status.Cause} Next try at {Time(next)}.";

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
