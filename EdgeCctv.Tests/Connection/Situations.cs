using EdgeCctv.Web.Connection;
using static EdgeCctv.Web.Connection.ConnectionPhase;
using static EdgeCctv.Web.Connection.ConnectionState;

namespace EdgeCctv.Tests.Connection;

/// <summary>Every situation a screen can be in, and every thing that can happen to it, by name.</summary>
internal static class Situations
{
    /// <summary>The states with the phases that they can have.</summary>
    public static readonly (string Name, ConnectionState State, ConnectionPhase Phase)[] All =
    [
        ("off", Disconnected, Resting),
        ("off, away", Disconnected, Away),
        ("connecting", Connecting, Attempting),
        ("connecting, waiting", Connecting, Waiting),
        ("connected", Connected, Resting),
        ("connected, away", Connected, Away),
        ("reconnecting", Reconnecting, Attempting),
        ("reconnecting, waiting", Reconnecting, Waiting),
        ("reconnecting, away", Reconnecting, Away),
        ("failed", Failed, Resting),
    ];

    /// <summary>Signals, and what can make the same signal mean something else.</summary>
    public static readonly (string Words, ConnectionSignal Signal)[] Signals =
    [
        ("page opened, camera wanted", new(ConnectionSignalKind.Opened) { IsCameraWanted = true }),
        ("page opened, camera off", new(ConnectionSignalKind.Opened) { By = "Ann" }),
        ("camera wanted", new(ConnectionSignalKind.CameraWanted)),
        ("camera stopped", new(ConnectionSignalKind.CameraStopped) { By = "Ann" }),
        ("picture live", new(ConnectionSignalKind.PictureLive)),
        ("picture painted, not live", new(ConnectionSignalKind.PicturePainted)),
        ("picture lost", new(ConnectionSignalKind.PictureLost)),
        ("attempt timed out", new(ConnectionSignalKind.AttemptTimedOut)),
        ("retry due", new(ConnectionSignalKind.RetryDue)),
        ("Try Again", new(ConnectionSignalKind.TryAgain)),
        ("circuit lost", new(ConnectionSignalKind.ScreenGone)),
        ("circuit back", new(ConnectionSignalKind.ScreenBack)),
    ];

    /// <summary>The situation of that name, in the second of three attempts where there is one.</summary>
    public static ConnectionStatus Named(string name, int attempt = 2)
    {
        var (_, state, phase) = All.Single(one => one.Name == name);
        return ConnectionStatus.Closed with
        {
            State = state,
            Phase = phase,
            Attempt = state == Failed ? ConnectionStatus.ConsoleAttempts : phase is Attempting or Waiting ? attempt : 0,
            EndsAfter = phase switch
            {
                Attempting => ConnectionRules.AttemptLimit,
                Waiting => ConnectionRules.WaitAfter(attempt, jitter: 0),
                _ => null,
            },
            StoppedBy = state == Disconnected ? "Ann" : null,
        };
    }

    public static string NameOf(ConnectionStatus status) => All.Single(one => (one.State, one.Phase) == (status.State, status.Phase)).Name;
}
