using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;
using static EdgeCctv.Web.Connection.ConnectionState;

namespace EdgeCctv.Tests.Connection;

/// <summary>A kiosk has nobody who could press anything.</summary>
public sealed class ScreenConnectionKioskTests : IAsyncDisposable
{
    private readonly ScreenRig _rig = new();

    [Fact]
    public async Task Kiosk_AnHourWithoutPicture_NeverFailsAndComesBack()
    {
        await _rig.ConnectAsync(isKiosk: true);
        _rig.Screen.OnJudged("camera-silent");

        for (var second = 0; second < 3600; second++)
        {
            _rig.Pass(1);
            Assert.Equal(Reconnecting, _rig.State);
        }

        Assert.InRange(_rig.Screen.Status.Attempt, 250, 300);
        Assert.Equal($"Connection lost, retrying ({_rig.Screen.Status.Attempt})…", _rig.Words);
        _rig.SeeLive();
        Assert.Equal(Connected, _rig.State);
    }

    [Fact]
    public async Task Open_ToStartACameraNobodyStarted_StartsItOnce()
    {
        _rig.Screen.Open(isKiosk: true, startCamera: true);
        Assert.Equal(Connecting, _rig.State);

        await _rig.Camera.ReachAsync(CameraState.Running);

        Assert.Equal((1, CameraRig.Front), (_rig.Camera.Backend.Opens, _rig.Camera.Status.Source));
        await _rig.Camera.StopAsync("Ann");
        _rig.Pass(3600);
        Assert.Equal((1, "Disconnected, stopped by Ann"), (await _rig.CountAttemptsOfCameraAsync(), _rig.Words));
    }

    [Fact]
    public async Task Open_ToStartACameraThatWasStopped_LeavesItOff()
    {
        await _rig.Camera.RunAsync();
        await _rig.Camera.StopAsync("Ann");

        _rig.Screen.Open(isKiosk: true, startCamera: true);
        Assert.Equal("Disconnected, stopped by Ann", _rig.Words);
        _rig.Pass(3600);

        Assert.Equal((1, "Disconnected, stopped by Ann"), (await _rig.CountAttemptsOfCameraAsync(), _rig.Words));
    }

    [Fact]
    public async Task Open_ToStartACameraThatIsWanted_DoesNotHurryIt()
    {
        _rig.Camera.Backend.Fail(CameraFault.Unauthorized);
        await _rig.Camera.StartAsync();

        _rig.Screen.Open(isKiosk: true, startCamera: true);

        Assert.Equal(1, await _rig.CountAttemptsOfCameraAsync());
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();
}
