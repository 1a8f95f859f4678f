using System.Globalization;
using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;

namespace EdgeCctv.Tests.Documents;

/// <summary>docs/lifecycle.md: diagram, transitions, schedule and faults come from the code.</summary>
public sealed class LifecycleDocumentTests
{
    private const string Path = "docs/lifecycle.md";
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    // What can make the same signal mean something else.
    private static readonly (string Words, CameraSignalKind Kind, CameraFault Fault, TimeSpan Ran, bool AfterSwitch, bool Switching)[] Cases =
    [
        ("start", CameraSignalKind.StartRequested, default, default, false, false),
        ("start of another source with `switch`", CameraSignalKind.SwitchRequested, default, default, false, false),
        ("stop", CameraSignalKind.StopRequested, default, default, false, false),
        ("stop during a switch", CameraSignalKind.StopRequested, default, default, false, true),
        ("first picture", CameraSignalKind.FirstFrame, default, default, false, false),
        ("capture ends, a retry may mend it", CameraSignalKind.CaptureEnded, CameraFault.Refused, default, false, false),
        ("capture ends, a person is probably needed", CameraSignalKind.CaptureEnded, CameraFault.Unauthorized, default, false, false),
        ("capture ends before the first picture after a switch", CameraSignalKind.CaptureEnded, CameraFault.Refused, default, true, false),
        ("capture ends after a run of 5 s or more", CameraSignalKind.CaptureEnded, CameraFault.NoData, CameraLifecycle.StableRun, false, false),
        ("next try is due", CameraSignalKind.RetryDue, default, default, false, false),
        ("device released", CameraSignalKind.Released, default, default, false, false),
        ("device released during a switch", CameraSignalKind.Released, default, default, true, true),
    ];

    [Fact]
    public void Diagram_IsWhatTheCodeDoes() => GeneratedDocument.PartIsCurrent(Path, "diagram", $"```mermaid\nstateDiagram-v2\n    [*] --> IDLE\n{string.Concat(
        Transitions().Where(one => one.To != one.From)
            .GroupBy(one => (one.From, one.To))
            .Select(edge => $"    {edge.Key.From} --> {edge.Key.To}: {string.Join("<br/>", edge.Select(one => one.Words.Replace("`", "", StringComparison.Ordinal)))}\n"))}```");

    [Fact]
    public void Transitions_AreWhatTheCodeDoes() => GeneratedDocument.PartIsCurrent(
        Path, "transitions", $"| in | happens | then | next attempt |\n|---|---|---|---|\n{string.Concat(
            Transitions().Select(one => $"| {one.From} | {one.Words} | {one.To} | {one.Attempt} |\n"))}");

    [Fact]
    public void Schedule_IsWhatTheCodeDoes()
    {
        static string Waits(ReconnectPolicy policy) => string.Join(", ", Enumerable.Range(1, 30).Select(attempt => ReconnectSchedule.After(policy, attempt, jitter: 0))
            .GroupBy(wait => wait)
            .Select(same => $"{Seconds(same.Key)}{(same.Key == ReconnectSchedule.After(policy, int.MaxValue, 0) ? " for ever" : $" × {same.Count()}")}"));

        var spread = (ReconnectSchedule.After(ReconnectPolicy.Usual, 1, 1) / ReconnectSchedule.After(ReconnectPolicy.Usual, 1, 0)) - 1;

        GeneratedDocument.PartIsCurrent(
            Path,
            "schedule",
            $"Waits after failed attempts: {Waits(ReconnectPolicy.Usual)}; each ± {spread.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal)}. "
            + $"While a person is probably needed: every {Seconds(ReconnectSchedule.WhenPersonNeeded)}. While somebody else holds the camera: every {Seconds(ReconnectSchedule.WhenBusy)}. "
            + $"An operator may choose otherwise: `eager`, {Waits(ReconnectPolicy.Eager)}; `sparing`, {Waits(ReconnectPolicy.Sparing)}.");
    }

    [Fact]
    public void Faults_AreWhatTheCodeSays() => GeneratedDocument.PartIsCurrent(
        Path, "faults", $"| `fault` | what the screen says | what to do | state |\n|---|---|---|---|\n{string.Concat(
            Enum.GetValues<CameraFault>().Where(fault => fault != CameraFault.None)
                .Select(fault => $"| `{fault}` | {fault.Words()} | {fault.Remedy()} | {(fault.NeedsPerson() ? "ERROR" : "STARTING")} |\n"))}");

    private static IEnumerable<(string From, string Words, string To, string Attempt)> Transitions() =>
        from state in Enum.GetValues<CameraState>()
        from one in Cases
        let before = new CameraStatus(state, Now)
        {
            Desired = state != CameraState.Idle,
            Source = CameraSource.Demo,
            Attempt = 3,
            Fallback = one.AfterSwitch ? CameraSource.Demo : null,
            Next = one.Switching ? CameraSource.Demo : null,
        }
        where IsPossible(state, one.AfterSwitch, one.Switching, one.Ran)
        let after = TryAdvance(before, new CameraSignal(one.Kind) { Source = CameraSource.Demo, By = "x", Fault = one.Fault, Ran = one.Ran })
        where after is not null && after != before
        select (state.Word(), one.Words, after.State.Word(), Attempt(after));

    private static bool IsPossible(CameraState state, bool afterSwitch, bool switching, TimeSpan ran) =>
        (!switching || state == CameraState.Stopping)
        && (!afterSwitch || state is CameraState.Starting or CameraState.Stopping)
        && (ran == TimeSpan.Zero || state == CameraState.Running);

    private static string Attempt(CameraStatus after) => (after.State, after.NextTry) switch
    {
        (CameraState.Starting or CameraState.Error, { } next) => $"in {Seconds(next - Now)}",
        (CameraState.Starting, null) => "at once",
        _ => "",
    };

    private static CameraStatus? TryAdvance(CameraStatus before, CameraSignal signal)
    {
        try
        {
            return CameraLifecycle.Advance(before, signal, Now);
        }
        catch (InvalidOperationException)
        {
            // Cannot occur in that state.
            return null;
        }
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds} s");
}
