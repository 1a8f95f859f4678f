using static EdgeCctv.Web.Connection.ConnectionPhase;
using static EdgeCctv.Web.Connection.ConnectionSignalKind;
using static EdgeCctv.Web.Connection.ConnectionState;

namespace EdgeCctv.Web.Connection;

/// <summary>The connection of a screen as a pure function: no clock, no lock, no I/O. <see cref="ScreenConnection"/> is its only caller.</summary>
internal static class ConnectionRules
{
    /// <summary>For how long an attempt waits for a painted picture.</summary>
    public static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(5);

    private const double FirstWaitSeconds = 2;
    private const double LongestWaitSeconds = 8;
    private const double JitterShare = 0.2;

    /// <summary>What follows from <paramref name="signal"/> in <paramref name="current"/>; the same instance when nothing does.</summary>
    /// <exception cref="InvalidOperationException">There is no such signal, or no such state with that phase.</exception>
    public static ConnectionStatus Advance(ConnectionStatus current, ConnectionSignal signal)
    {
        var next = Decide(current, signal);
        return next == current ? current : next;
    }

    /// <summary>2 s, 4 s, then 8 s each time; ± 20 %. A console gives up before the third wait.</summary>
    /// <param name="failedAttempts">Attempts that failed in a row, from 1.</param>
    /// <param name="jitter">−1 to 1.</param>
    public static TimeSpan WaitAfter(int failedAttempts, double jitter)
    {
        var seconds = Math.Min(FirstWaitSeconds * Math.Pow(2, failedAttempts - 1), LongestWaitSeconds);
        return TimeSpan.FromSeconds(seconds * (1 + (JitterShare * jitter)));
    }

    private static ConnectionStatus Decide(ConnectionStatus current, ConnectionSignal signal) => (current.State, current.Phase, signal.Kind) switch
    {
        (_, _, Opened) => Open(signal),
        (_, _, PictureLive) => Rest(current, Connected),
        (_, _, CameraStopped) => Rest(current, Disconnected) with { StoppedBy = signal.By },
        (Disconnected, Resting, CameraWanted) => Attempt(current, Connecting, 1),
        (Connected, Resting, PictureLost) => Attempt(current, Reconnecting, 1),
        (Connecting or Reconnecting, Attempting, AttemptTimedOut) when current.Attempt == current.AttemptsAllowed => Fail(current),
        (Connecting or Reconnecting, Attempting, AttemptTimedOut) => Wait(current, signal.Jitter),
        (Connecting or Reconnecting, Waiting, RetryDue) => Attempt(current, current.State, current.Attempt + 1),
        (Connecting or Reconnecting, Waiting, TryAgain) => Attempt(current, current.State, 1),
        (Failed, Resting, TryAgain) => Attempt(current, Connecting, 1),

        // Pictures do come here, though none is live: neither a wait nor a failure would be the truth.
        (Connecting or Reconnecting, Waiting, PicturePainted) => Attempt(current, current.State, current.Attempt),
        (Failed, Resting, PicturePainted) => Attempt(current, Reconnecting, 1),

        (Disconnected, Resting, ScreenGone) => current with { Phase = Away },
        (Connecting or Connected or Reconnecting or Failed, Resting or Attempting or Waiting, ScreenGone) => GoAway(current),
        (Disconnected, Away, CameraWanted) => GoAway(current),
        (Connected, Away, PictureLost) => GoAway(current),
        (Disconnected or Connected, Away, ScreenBack) => current with { Phase = Resting },
        (Reconnecting, Away, ScreenBack) => Attempt(current, Reconnecting, 1),

        // Nothing to do. Listed rather than defaulted, so that a new state or signal has to be decided here.
        (Connecting or Connected or Reconnecting or Failed, _, CameraWanted) => current,
        (Disconnected or Connecting or Reconnecting or Failed, _, PictureLost) => current,
        (Disconnected or Connected, _, PicturePainted) => current,
        (Connecting or Reconnecting, Attempting or Away, PicturePainted) => current,
        (Disconnected or Connected, _, TryAgain) => current,
        (Connecting or Reconnecting, Attempting or Away, TryAgain) => current,
        (_, Resting or Attempting or Waiting, ScreenBack) => current,
        (_, Away, ScreenGone) => current,

        // A timer that fell due at the very moment when its phase ended.
        (_, Resting or Waiting or Away, AttemptTimedOut) => current,
        (_, Resting or Attempting or Away, RetryDue) => current,

        _ => throw new InvalidOperationException($"Connection: no rule for {signal.Kind} while {current.State}, {current.Phase}."),
    };

    private static ConnectionStatus Open(ConnectionSignal signal)
    {
        var opened = ConnectionStatus.Closed with { AttemptsAllowed = signal.IsKiosk ? null : ConnectionStatus.ConsoleAttempts };
        return signal.IsCameraWanted ? Attempt(opened, Connecting, 1) : opened with { StoppedBy = signal.By };
    }

    private static ConnectionStatus Attempt(ConnectionStatus current, ConnectionState state, int attempt) => Enter(current, state) with
    {
        Phase = Attempting,
        Attempt = attempt,
        EndsAfter = AttemptLimit,
    };

    private static ConnectionStatus Wait(ConnectionStatus current, double jitter) => current with
    {
        Phase = Waiting,
        EndsAfter = WaitAfter(current.Attempt, jitter),
    };

    private static ConnectionStatus Fail(ConnectionStatus current) => Enter(current, Failed) with { Attempt = current.Attempt };

    private static ConnectionStatus GoAway(ConnectionStatus current) => Enter(current, Reconnecting) with { Phase = Away };

    // Whoever is away stays so until the circuit is back: what is told now is old news of a browser that has gone.
    private static ConnectionStatus Rest(ConnectionStatus current, ConnectionState state) =>
        Enter(current, state) with { Phase = current.Phase == Away ? Away : Resting };

    private static ConnectionStatus Enter(ConnectionStatus current, ConnectionState state) =>
        ConnectionStatus.Closed with { State = state, AttemptsAllowed = current.AttemptsAllowed };
}
