using EdgeCctv.Web.Connection;
using static EdgeCctv.Web.Connection.ConnectionState;

namespace EdgeCctv.Tests.Connection;

/// <summary>The circuit between browser and server is cut and comes back.</summary>
public sealed class ScreenConnectionCircuitTests : IAsyncDisposable
{
    private readonly ScreenRig _rig = new();

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(60)]
    public async Task Gone_HoweverFarItWas_SpendsNoAttempt(double seconds)
    {
        await _rig.OpenOnBrokenCameraAsync();
        _rig.Pass(seconds);

        _rig.Screen.OnConnection(isUp: false);
        _rig.Pass(3600);

        Assert.Equal((Reconnecting, ConnectionPhase.Away, 0, 1), (_rig.State, _rig.Screen.Status.Phase, _rig.Screen.Status.Attempt, _rig.Clock.Timers));
        Assert.Equal("Connection lost, retrying…", _rig.Words);
    }

    [Fact]
    public async Task Back_PictureWasLost_BeginsTheFirstAttempt()
    {
        await _rig.ConnectAsync();
        _rig.Screen.OnConnection(isUp: false);
        _rig.Pass(3);

        _rig.Screen.OnConnection(isUp: true);

        Assert.Equal("Connection lost, retrying (1/3)…", _rig.Words);
        _rig.Screen.OnPainted();
        Assert.Equal(Connected, _rig.State);
    }

    [Fact]
    public async Task Back_PictureStayedLive_IsConnectedAtOnce()
    {
        await _rig.ConnectAsync();
        _rig.Screen.OnConnection(isUp: false);
        _rig.Pass(1);

        _rig.Screen.OnConnection(isUp: true);

        Assert.Equal((Connected, ConnectionPhase.Resting), (_rig.State, _rig.Screen.Status.Phase));
        Assert.DoesNotContain(_rig.History, status => status.Attempt > 0 && status.State == Reconnecting);
    }

    [Fact]
    public async Task Gone_AnswerStillOnItsWay_ChangesNothing()
    {
        await _rig.ConnectAsync();
        _rig.Screen.OnConnection(isUp: false);

        _rig.Screen.OnPainted();

        Assert.Equal((Reconnecting, ConnectionPhase.Away), (_rig.State, _rig.Screen.Status.Phase));
    }

    [Fact]
    public async Task Gone_CameraStoppedMeanwhile_IsDisconnectedWhenBack()
    {
        await _rig.ConnectAsync();
        _rig.Screen.OnConnection(isUp: false);
        await _rig.Camera.StopAsync("Ann");

        _rig.Screen.OnConnection(isUp: true);

        Assert.Equal(("Disconnected, stopped by Ann", ConnectionPhase.Resting), (_rig.Words, _rig.Screen.Status.Phase));
    }

    [Fact]
    public async Task Gone_CameraDeployedMeanwhile_IsTriedWhenBack()
    {
        _rig.Screen.Open(isKiosk: false);
        _rig.Screen.OnConnection(isUp: false);
        await _rig.Camera.RunAsync();
        Assert.Equal("Connection lost, retrying…", _rig.Words);

        _rig.Screen.OnConnection(isUp: true);

        Assert.Equal("Connection lost, retrying (1/3)…", _rig.Words);
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();
}
