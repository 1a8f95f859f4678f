using static EdgeCctv.Web.Connection.ConnectionState;

namespace EdgeCctv.Tests.Connection;

/// <summary>The health check: what a screen believes against what the server knows.</summary>
public sealed class ScreenConnectionCheckTests : IAsyncDisposable
{
    private readonly ScreenRig _rig = new();

    [Fact]
    public async Task Check_ConnectedButNothingPainted_IsLostWithinTenSeconds()
    {
        await _rig.ConnectAsync();

        _rig.Pass(5);
        Assert.Equal(Connected, _rig.State);
        _rig.Pass(5);

        Assert.Equal("Connection lost, retrying (1/3)…", _rig.Words);
    }

    [Fact]
    public async Task Check_PaintsInTime_StaysConnected()
    {
        await _rig.ConnectAsync();

        for (var paints = 0; paints < 20; paints++)
        {
            _rig.Pass(4);
            _rig.Screen.OnPainted();
        }

        Assert.Equal([Connecting, Connected], _rig.History.Select(status => status.State));
    }

    [Fact]
    public async Task Check_CameraSlowByNature_HasThreeOfItsIntervals()
    {
        _rig.Camera.Backend.Interval = TimeSpan.FromSeconds(5);
        await _rig.ConnectAsync();

        _rig.Pass(10);

        Assert.Equal(Connected, _rig.State);
    }

    [Fact]
    public async Task Check_NobodyDeployed_StartsNothing()
    {
        _rig.Screen.Open(isKiosk: true);

        _rig.Pass(3600);

        Assert.Equal(("Disconnected", 0), (_rig.Words, await _rig.CountAttemptsOfCameraAsync()));
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();
}
