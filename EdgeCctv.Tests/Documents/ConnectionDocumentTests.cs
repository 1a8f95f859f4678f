using System.Globalization;
using EdgeCctv.Tests.Connection;
using EdgeCctv.Web.Connection;

namespace EdgeCctv.Tests.Documents;

/// <summary>docs/connection.md: diagram, transitions, schedule and words come from the code.</summary>
public sealed class ConnectionDocumentTests
{
    private const string Path = "docs/connection.md";

    // Opening begins afresh from anywhere. The last attempt of a row is where a console gives up and a kiosk does not.
    private static readonly (string Words, ConnectionStatus Before, ConnectionSignal Signal)[] Cases =
    [
        .. from situation in Situations.All
           from one in Situations.Signals
           where one.Signal.Kind != ConnectionSignalKind.Opened || situation.Name == "off"
           select (one.Words, Situations.Named(situation.Name), one.Signal),
        .. from name in (string[])["connecting", "reconnecting"]
           from allowed in (int?[])[ConnectionStatus.ConsoleAttempts, null]
           let last = Situations.Named(name, ConnectionStatus.ConsoleAttempts) with { AttemptsAllowed = allowed }
           select ($"third attempt timed out, {(allowed is null ? "kiosk" : "console")}", last, new ConnectionSignal(ConnectionSignalKind.AttemptTimedOut)),
    ];

    [Fact]
    public void Diagram_IsWhatTheCodeDoes() => GeneratedDocument.PartIsCurrent(
        Path, "diagram", $"```mermaid\nstateDiagram-v2\n    [*] --> disconnected\n{string.Concat(
            Transitions().Where(one => one.Before.State != one.After.State)
                .GroupBy(one => (From: one.Before.State.Word(), To: one.After.State.Word()))
                .Select(edge => $"    {edge.Key.From} --> {edge.Key.To}: {string.Join("<br/>", edge.Select(one => one.Words).Distinct())}\n"))}```");

    [Fact]
    public void Transitions_AreWhatTheCodeDoes() => GeneratedDocument.PartIsCurrent(
        Path, "transitions", $"| in | happens | then | attempt | ends after |\n|---|---|---|---|---|\n{string.Concat(
            Transitions().Select(one => $"| {Situations.NameOf(one.Before)} | {one.Words} | {Situations.NameOf(one.After)} | {Attempt(one.After)} | {Seconds(one.After.EndsAfter)} |\n"))}");

    [Fact]
    public void Schedule_IsWhatTheCodeDoes()
    {
        var longest = ConnectionRules.WaitAfter(int.MaxValue, jitter: 0);
        var waits = Enumerable.Range(1, 10).Select(failed => ConnectionRules.WaitAfter(failed, jitter: 0)).TakeWhile(wait => wait < longest).Select(wait => Seconds(wait));
        var spread = (ConnectionRules.WaitAfter(1, 1) / ConnectionRules.WaitAfter(1, 0)) - 1;

        GeneratedDocument.PartIsCurrent(
            Path,
            "schedule",
            $"An attempt waits {Seconds(ConnectionRules.AttemptLimit)} for a painted picture. Waits after failed attempts: {string.Join(", ", waits)}, then {Seconds(longest)} each; all ± "
            + $"{spread.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal)}. "
            + $"A console gives up after {ConnectionStatus.ConsoleAttempts} attempts, a kiosk never. The health check looks every {Seconds(ScreenConnection.CheckInterval)}.");
    }

    [Fact]
    public void Words_AreWhatTheCodeSays() => GeneratedDocument.PartIsCurrent(
        Path, "words", $"| `data-state` | phase | what the screen says | on a kiosk |\n|---|---|---|---|\n{string.Concat(
            Situations.All.Select(one => Situations.Named(one.Name))
                .Select(status => $"| `{status.State.Word()}` | {status.Phase.ToString().ToLowerInvariant()} | {status.Words} | {(status with { AttemptsAllowed = null }).Words} |\n"))}");

    private static IEnumerable<(string Words, ConnectionStatus Before, ConnectionStatus After)> Transitions() =>
        from one in Cases
        let after = ConnectionRules.Advance(one.Before, one.Signal)
        where after != one.Before
        select (one.Words, one.Before, after);

    private static string Attempt(ConnectionStatus status) => status.Attempt == 0 ? "" : status.Attempt.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan? time) => time is { } some ? string.Create(CultureInfo.InvariantCulture, $"{some.TotalSeconds} s") : "";
}
