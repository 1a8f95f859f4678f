using EdgeCctv.Web.Connection;

namespace EdgeCctv.Tests.Connection;

/// <summary>Every situation with everything that can happen in it, decided by hand.</summary>
public sealed class ConnectionRulesTableTests
{
    private const string Nothing = "·";

    // The situation that follows from the second attempt of three, and which attempt that is; "·" where nothing follows.
    private const string Table = """
        |                            | off          | off, away             | connecting            | connecting, waiting | connected      | connected, away    | reconnecting            | reconnecting, waiting | reconnecting, away | failed         |
        | page opened, camera wanted | connecting 1 | connecting 1          | connecting 1          | connecting 1        | connecting 1   | connecting 1       | connecting 1            | connecting 1          | connecting 1       | connecting 1   |
        | page opened, camera off    | ·            | off                   | off                   | off                 | off            | off                | off                     | off                   | off                | off            |
        | camera wanted              | connecting 1 | reconnecting, away    | ·                     | ·                   | ·              | ·                  | ·                       | ·                     | ·                  | ·              |
        | camera stopped             | ·            | ·                     | off                   | off                 | off            | off, away          | off                     | off                   | off, away          | off            |
        | picture live               | connected    | connected, away       | connected             | connected           | ·              | ·                  | connected               | connected             | connected, away    | connected      |
        | picture painted, not live  | ·            | ·                     | ·                     | connecting 2        | ·              | ·                  | ·                       | reconnecting 2        | ·                  | reconnecting 1 |
        | picture lost               | ·            | ·                     | ·                     | ·                   | reconnecting 1 | reconnecting, away | ·                       | ·                     | ·                  | ·              |
        | attempt timed out          | ·            | ·                     | connecting, waiting 2 | ·                   | ·              | ·                  | reconnecting, waiting 2 | ·                     | ·                  | ·              |
        | retry due                  | ·            | ·                     | ·                     | connecting 3        | ·              | ·                  | ·                       | reconnecting 3        | ·                  | ·              |
        | Try Again                  | ·            | ·                     | ·                     | connecting 1        | ·              | ·                  | ·                       | reconnecting 1        | ·                  | connecting 1   |
        | circuit lost               | off, away    | ·                     | reconnecting, away    | reconnecting, away  | reconnecting, away | ·              | reconnecting, away      | reconnecting, away    | ·                  | reconnecting, away |
        | circuit back               | ·            | off                   | ·                     | ·                   | ·              | connected          | ·                       | ·                     | reconnecting 1     | ·              |
        """;

    private static readonly Dictionary<(string Situation, string Signal), string> Expected = Read();

    public static TheoryData<string, string> Matrix()
    {
        var matrix = new TheoryData<string, string>();
        foreach (var situation in Situations.All)
        {
            foreach (var signal in Situations.Signals)
            {
                matrix.Add(situation.Name, signal.Words);
            }
        }

        return matrix;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Advance_EverySituationAndSignal_IsAsDecided(string situation, string words)
    {
        var before = Situations.Named(situation);

        var after = ConnectionRules.Advance(before, SignalOf(words));

        Assert.True(Expected.TryGetValue((situation, words), out var expected), $"Nobody has decided what follows from '{words}' in '{situation}'.");
        if (expected == Nothing)
        {
            Assert.Same(before, after);
        }
        else
        {
            Assert.NotEqual(before, after);
            Assert.Equal(expected, after.Attempt is 0 ? Situations.NameOf(after) : $"{Situations.NameOf(after)} {after.Attempt}");
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Advance_AnythingDone_TheNewStatusHoldsTogether(string situation, string words)
    {
        var after = ConnectionRules.Advance(Situations.Named(situation), SignalOf(words));

        Assert.Equal(after.Phase is ConnectionPhase.Attempting or ConnectionPhase.Waiting, after.EndsAfter is not null);
        Assert.Equal(after.State == ConnectionState.Failed || after.EndsAfter is not null, after.Attempt > 0);
        Assert.True(after.StoppedBy is null || after.State == ConnectionState.Disconnected);
        Assert.Equal(ConnectionStatus.ConsoleAttempts, after.AttemptsAllowed);
    }

    [Fact]
    public void Table_EveryStatePhaseAndSignalKind_IsInIt()
    {
        Assert.Equal(Enum.GetValues<ConnectionState>(), Situations.All.Select(one => one.State).Distinct().Order());
        Assert.Equal(Enum.GetValues<ConnectionPhase>(), Situations.All.Select(one => one.Phase).Distinct().Order());
        Assert.Equal(Enum.GetValues<ConnectionSignalKind>(), Situations.Signals.Select(one => one.Signal.Kind).Distinct().Order());
        Assert.Equal(Situations.All.Length * Situations.Signals.Length, Expected.Count);
    }

    [Fact]
    public void Situations_FromAnyByAnything_AreClosed() => Assert.All(
        Situations.All,
        situation => Assert.All(
            Situations.Signals,
            one => Situations.NameOf(ConnectionRules.Advance(Situations.Named(situation.Name), one.Signal))));

    [Fact]
    public void Advance_SignalNobodyDecided_Throws()
    {
        var mistake = Assert.Throws<InvalidOperationException>(
            () => ConnectionRules.Advance(Situations.Named("connected"), new((ConnectionSignalKind)99)));

        Assert.Contains("99 while Connected, Resting", mistake.Message, StringComparison.Ordinal);
    }

    private static ConnectionSignal SignalOf(string words) => Situations.Signals.Single(one => one.Words == words).Signal;

    private static Dictionary<(string, string), string> Read()
    {
        var rows = Table.Split('\n').Select(row => row.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()).ToArray();
        return rows.Skip(1)
            .SelectMany(row => row.Skip(1).Select((cell, index) => (Key: (rows[0][index + 1], row[0]), cell)))
            .ToDictionary(one => one.Key, one => one.cell);
    }
}
