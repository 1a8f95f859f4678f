using EdgeCctv.Core.Capture;
using static EdgeCctv.Core.Camera.CameraSignalKind;
using static EdgeCctv.Core.Camera.CameraState;

namespace EdgeCctv.Core.Camera;

/// <summary>The camera's life as a pure function: no clock, no lock, no I/O. The manager's supervisor is its only caller.</summary>
public static class CameraLifecycle
{
    /// <summary>A run shorter than this counts as a failed attempt, so that a camera that dies at once is not hammered.</summary>
    public static readonly TimeSpan StableRun = TimeSpan.FromSeconds(5);

    /// <summary>What follows from <paramref name="signal"/> in <paramref name="current"/>.</summary>
    /// <exception cref="InvalidOperationException">The supervisor sent a signal that cannot occur in that state.</exception>
    public static CameraStatus Advance(CameraStatus current, CameraSignal signal, DateTimeOffset now) => (current.State, signal.Kind) switch
    {
        (Idle or Error, StartRequested) => Begin(current, signal, now),
        (Starting, FirstFrame) => Run(current, signal, now),
        (Starting, CaptureEnded) when current.Fallback is { } old => GoBack(current, signal, old, now),
        (Starting, CaptureEnded) => Fail(current, signal, now),
        (Running, CaptureEnded) => Lose(current, signal, now),
        (Starting or Error, RetryDue) => TryAgain(current, now),
        (Starting or Running, SwitchRequested) => BeginSwitch(current, signal, now),
        (Starting or Running or Error, StopRequested) => BeginStop(current, signal, now),
        (Stopping, StopRequested) when current.Next is not null => GiveUpSwitch(current, signal),
        (Stopping, Released) when current.Next is { } next => BeginNext(current, next, now),
        (Stopping, Released) => End(current, now),

        // Nothing to do. Listed rather than defaulted, so that a new state or signal has to be decided here.
        (Starting or Running or Stopping, StartRequested) => current,
        (Idle or Stopping, StopRequested) => current,
        (Stopping, FirstFrame or CaptureEnded or RetryDue) => current,
        (Running or Idle, RetryDue) => current,

        _ => throw new InvalidOperationException($"Lifecycle: no rule for {signal.Kind} while {current.State}."),
    };

    private static CameraStatus Begin(CameraStatus current, CameraSignal signal, DateTimeOffset now) =>
        Afresh(current, now) with { Desired = true, Source = signal.Source };

    private static CameraStatus Run(CameraStatus current, CameraSignal signal, DateTimeOffset now) =>
        Enter(Running, current, now) with { Fault = CameraFault.None, Detail = null, Fallback = null, Facts = signal.Facts };

    // A second switch before the first has given a picture still goes back to the source that was there before both.
    private static CameraStatus BeginSwitch(CameraStatus current, CameraSignal signal, DateTimeOffset now)
    {
        var proven = current.Fallback ?? current.Source;
        return Enter(Stopping, current, now) with
        {
            Next = signal.Source,
            Fallback = Equals(proven, signal.Source) ? null : proven,
            Notice = null,
        };
    }

    private static CameraStatus BeginNext(CameraStatus current, CameraSource next, DateTimeOffset now) =>
        Afresh(current, now) with { Source = next, Fallback = current.Fallback };

    private static CameraStatus GiveUpSwitch(CameraStatus current, CameraSignal signal) =>
        current with { Next = null, Fallback = null, Desired = false, StoppedBy = signal.By };

    private static CameraStatus GoBack(CameraStatus current, CameraSignal signal, CameraSource old, DateTimeOffset now) =>
        Afresh(current, now) with
        {
            Source = old,
            Notice = $"{current.Source?.Display} gave no picture: {signal.Fault.Words()}. {signal.Fault.Remedy()} Back to {old.Display}.",
        };

    private static CameraStatus Afresh(CameraStatus current, DateTimeOffset now) => Enter(Starting, current, now) with
    {
        Next = null,
        Fallback = null,
        Notice = null,
        Attempt = 1,
        Fault = CameraFault.None,
        Detail = null,
        StoppedBy = null,
    };

    private static CameraStatus Fail(CameraStatus current, CameraSignal signal, DateTimeOffset now)
    {
        var needsPerson = signal.Fault.NeedsPerson();
        var wait = signal.Fault == CameraFault.Busy ? ReconnectSchedule.WhenBusy
            : needsPerson ? ReconnectSchedule.WhenPersonNeeded
            : ReconnectSchedule.After(signal.Reconnect, current.Attempt, signal.Jitter);
        return Enter(needsPerson ? Error : Starting, current, now) with
        {
            Fault = signal.Fault,
            Detail = signal.Detail,
            NextTry = now + wait,
        };
    }

    private static CameraStatus Lose(CameraStatus current, CameraSignal signal, DateTimeOffset now)
    {
        if (signal.Fault == CameraFault.EndOfStream && current.Source is { EndsByItself: true })
        {
            return Enter(Idle, current, now) with { Desired = false, Attempt = 0, StoppedBy = "the end of the file" };
        }

        var lost = Enter(Starting, current, now) with { Fault = signal.Fault, Detail = signal.Detail };
        return signal.Ran >= StableRun
            ? lost with { Attempt = 1 }
            : lost with { NextTry = now + ReconnectSchedule.After(signal.Reconnect, current.Attempt, signal.Jitter) };
    }

    private static CameraStatus TryAgain(CameraStatus current, DateTimeOffset now) =>
        Enter(Starting, current, now) with { Attempt = current.Attempt + 1 };

    private static CameraStatus BeginStop(CameraStatus current, CameraSignal signal, DateTimeOffset now) =>
        Enter(Stopping, current, now) with { Desired = false, StoppedBy = signal.By, Fallback = null, Notice = null };

    private static CameraStatus End(CameraStatus current, DateTimeOffset now) =>
        Enter(Idle, current, now) with { Attempt = 0, Fault = CameraFault.None, Detail = null };

    private static CameraStatus Enter(CameraState state, CameraStatus current, DateTimeOffset now) => current with
    {
        State = state,
        Since = state == current.State ? current.Since : now,
        NextTry = null,
        Facts = null,
    };
}
