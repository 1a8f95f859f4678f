using EdgeCctv.Web.Connection;

namespace EdgeCctv.Tests.Connection;

public sealed class ConnectionRulesTests
{
    private static readonly ConnectionSignal TimedOut = new(ConnectionSignalKind.AttemptTimedOut);
    private static readonly ConnectionSignal RetryDue = new(ConnectionSignalKind.RetryDue);
    private static readonly ConnectionStatus Kiosk = Open(isKiosk: true);
    private static readonly ConnectionStatus Console = Open(isKiosk: false);

    [Fact]
    public void Attempts_NoPictureOnAConsole_AreThreeWithGrowingWaits()
    {
        Assert.Equal((ConnectionState.Connecting, 1, TimeSpan.FromSeconds(5)), Look(Console));
        var waiting = After(Console, TimedOut);
        Assert.Equal((ConnectionState.Connecting, 1, TimeSpan.FromSeconds(2)), Look(waiting));
        waiting = After(waiting, RetryDue, TimedOut);
        Assert.Equal((ConnectionState.Connecting, 2, TimeSpan.FromSeconds(4)), Look(waiting));
        var last = After(waiting, RetryDue);
        Assert.Equal((ConnectionState.Connecting, 3, TimeSpan.FromSeconds(5)), Look(last));

        Assert.Equal((ConnectionState.Failed, 3, (TimeSpan?)null), Look(After(last, TimedOut)));
    }

    [Fact]
    public void Attempts_NoPictureOnAKiosk_GoOnForEverAtEightSeconds()
    {
        var status = Kiosk;
        foreach (var wait in (int[])[2, 4, 8, 8, 8, 8])
        {
            status = After(status, TimedOut);
            Assert.Equal((true, TimeSpan.FromSeconds(wait)), (status.IsWaiting, status.EndsAfter));
            status = After(status, RetryDue);
        }

        Assert.Equal((ConnectionState.Connecting, 7), (status.State, status.Attempt));
        Assert.Equal(TimeSpan.FromSeconds(8), ConnectionRules.WaitAfter(int.MaxValue, 0));
    }

    [Theory]
    [InlineData(-1, 1.6)]
    [InlineData(0, 2)]
    [InlineData(1, 2.4)]
    public void Wait_AnyJitter_IsSpreadByAFifth(double jitter, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), After(Console, TimedOut with { Jitter = jitter }).EndsAfter);

    [Fact]
    public void Opened_CameraStopped_NamesWhoStoppedIt()
    {
        var opened = After(ConnectionStatus.Closed, new ConnectionSignal(ConnectionSignalKind.Opened) { By = "Ann" });

        Assert.Equal(ConnectionStatus.Closed with { StoppedBy = "Ann" }, opened);
    }

    [Fact]
    public void CameraStopped_BySomebodyElse_NamesTheNewOne() => Assert.Equal(
        "Bob", After(Situations.Named("off"), new ConnectionSignal(ConnectionSignalKind.CameraStopped) { By = "Bob" }).StoppedBy);

    [Fact]
    public void Kiosk_WhateverHappened_StaysOne() => Assert.All(
        Situations.All,
        situation => Assert.All(
            Situations.Signals.Where(one => one.Signal.Kind != ConnectionSignalKind.Opened),
            one => Assert.Null(After(Situations.Named(situation.Name) with { AttemptsAllowed = null }, one.Signal).AttemptsAllowed)));

    [Fact]
    public void Words_EverySituation_AreTheOriginalDesigns()
    {
        string[] words = [.. Situations.All.Select(one => Situations.Named(one.Name).Words)];

        Assert.Equal(
            [
                "Disconnected, stopped by Ann",
                "Disconnected, stopped by Ann",
                "Connecting…",
                "Connecting…",
                "Connected",
                "Connected",
                "Connection lost, retrying (2/3)…",
                "Connection lost, retrying (2/3)…",
                "Connection lost, retrying…",
                "Connection failed",
            ],
            words);
        Assert.Equal("Disconnected", ConnectionStatus.Closed.Words);
        Assert.Equal("Connection lost, retrying (7)…", (Situations.Named("reconnecting", 7) with { AttemptsAllowed = null }).Words);
    }

    [Fact]
    public void Word_EveryState_IsTheDesignsWord() => Assert.Equal(
        ["disconnected", "connecting", "connected", "reconnecting", "failed"], Enum.GetValues<ConnectionState>().Select(state => state.Word()));

    private static ConnectionStatus Open(bool isKiosk) =>
        After(ConnectionStatus.Closed, new ConnectionSignal(ConnectionSignalKind.Opened) { IsKiosk = isKiosk, IsCameraWanted = true });

    private static ConnectionStatus After(ConnectionStatus status, params ConnectionSignal[] signals) => signals.Aggregate(status, ConnectionRules.Advance);

    private static (ConnectionState, int, TimeSpan?) Look(ConnectionStatus status) => (status.State, status.Attempt, status.EndsAfter);
}
