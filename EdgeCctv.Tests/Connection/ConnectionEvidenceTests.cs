using EdgeCctv.Core.Camera;
using EdgeCctv.Web.Connection;
using static EdgeCctv.Web.Connection.ConnectionSignalKind;

namespace EdgeCctv.Tests.Connection;

public sealed class ConnectionEvidenceTests
{
    private static readonly CameraStatus Wanted = new(CameraState.Running, default) { Desired = true };
    private static readonly CameraStatus Stopped = new(CameraState.Stopping, default) { StoppedBy = "Ann" };
    private static readonly ConnectionSignal ByAnn = new(CameraStopped) { By = "Ann" };

    [Theory]
    [InlineData("live", PictureLive)]
    [InlineData("camera-silent", PictureLost)]
    [InlineData("camera-reconnecting", PictureLost)]
    [InlineData("camera-stopping", PictureLost)]
    [InlineData("server-silent", PictureLost)]
    [InlineData("connection-lost", PictureLost)]
    [InlineData("a word of a later version", PictureLost)]
    [InlineData("picture-frozen", null)]
    [InlineData("screen-cannot-keep-up", null)]
    public void OfVerdict_CameraWanted_IsAsDecided(string word, object? expected) =>
        Assert.Equal((ConnectionSignalKind?)expected, ConnectionEvidence.OfVerdict(word, Wanted)?.Kind);

    [Theory]
    [InlineData("live")]
    [InlineData("stopped-by-operator")]
    [InlineData("picture-frozen")]
    public void OfVerdict_CameraStopped_IsTheStop(string word) => Assert.Equal(ByAnn, ConnectionEvidence.OfVerdict(word, Stopped));

    [Theory]
    [InlineData("failed", "live", PictureLive)]
    [InlineData("failed", "screen-cannot-keep-up", PicturePainted)]
    [InlineData("connecting", "", PicturePainted)]
    [InlineData("reconnecting, away", "live", null)]
    public void OfPaint_CameraWanted_IsAsDecided(string belief, string word, object? expected) =>
        Assert.Equal((ConnectionSignalKind?)expected, ConnectionEvidence.OfPaint(word, Situations.Named(belief), Wanted)?.Kind);

    [Fact]
    public void OfPaint_CameraStopped_IsNothing() => Assert.Null(ConnectionEvidence.OfPaint("live", Situations.Named("off"), Stopped));

    [Fact]
    public void OfCheck_EverySituation_IsAsDecided()
    {
        var found = Situations.All.Select(one => one.State).Distinct().Select(state => Situations.Named(Situations.All.First(one => one.State == state).Name))
            .Select(belief => (
                belief.State,
                Kind(ConnectionEvidence.OfCheck(belief, Wanted, isPaintOverdue: false)),
                Kind(ConnectionEvidence.OfCheck(belief, Wanted, isPaintOverdue: true)),
                Kind(ConnectionEvidence.OfCheck(belief, Stopped, isPaintOverdue: false)),
                Kind(ConnectionEvidence.OfCheck(belief, Stopped, isPaintOverdue: true))));

        // Belief; then the camera wanted with paints in time and overdue, stopped with paints in time and overdue.
        Assert.Equal(
            [
                (ConnectionState.Disconnected, CameraWanted, CameraWanted, null, null),
                (ConnectionState.Connecting, null, null, CameraStopped, CameraStopped),
                (ConnectionState.Connected, null, PictureLost, CameraStopped, CameraStopped),
                (ConnectionState.Reconnecting, null, null, CameraStopped, CameraStopped),
                (ConnectionState.Failed, null, null, CameraStopped, CameraStopped),
            ],
            found);
    }

    [Fact]
    public void OfCheck_StateNobodyDecided_Throws() => Assert.Throws<InvalidOperationException>(
        () => ConnectionEvidence.OfCheck(ConnectionStatus.Closed with { State = (ConnectionState)99 }, Wanted, isPaintOverdue: false));

    private static ConnectionSignalKind? Kind(ConnectionSignal? signal) => signal?.Kind;
}
