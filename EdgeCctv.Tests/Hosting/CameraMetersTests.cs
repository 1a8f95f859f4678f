using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Web.Hosting;

namespace EdgeCctv.Tests.Hosting;

public sealed class CameraMetersTests : IAsyncDisposable
{
    private readonly CameraRig _rig = new();
    private readonly TestMeters _meters = new();
    private readonly CameraMeters _camera;

    public CameraMetersTests() => _camera = new CameraMeters(_rig.Manager, _rig.Time, _meters);

    [Fact]
    public async Task State_AnyTime_IsOneForTheStateThatIsAndZeroForTheOthers()
    {
        Assert.Equal("IDLE", Only());
        await _rig.RunAsync();
        Assert.Equal("RUNNING", Only());
        Assert.Equal(5, _meters.Read("edgecctv.camera.state").Count);
        Assert.Equal(1, Value("edgecctv.camera.desired"));

        string Only() => Assert.Single(_meters.Read("edgecctv.camera.state"), one => one.Value == 1).Key;
    }

    [Fact]
    public async Task Attempts_RefusedThenLost_AreCountedWithTheirFaults()
    {
        _rig.Backend.OpenFailure = new CaptureException(CameraFault.Refused, "refused");
        await _rig.StartAsync();
        Assert.Equal((1, 1), (Value("edgecctv.camera.attempts"), _meters.Read("edgecctv.camera.faults")["Refused"]));

        await _rig.ElapseAsync(TimeSpan.FromSeconds(1));
        await _rig.UntilAsync(() => _rig.Status.Attempt == 2 && _rig.Status.NextTry is not null);
        await Eventually.IsTrueAsync(() => Refusals() == 2, "the second refusal is counted");
        Assert.Equal(2, Value("edgecctv.camera.attempts"));

        _rig.Backend.OpenFailure = null;
        await _rig.ElapseAsync(TimeSpan.FromSeconds(1));
        await _rig.ReachAsync(CameraState.Running);
        Assert.Equal((3, 0), (Value("edgecctv.camera.attempts"), Value("edgecctv.camera.reconnects")));

        // Counted a moment after the status says so.
        double Refusals() => _meters.Read("edgecctv.camera.faults")["Refused"];
    }

    [Fact]
    public async Task StopAndStart_NobodyLostAnything_CountsNoReconnectAndNoFault()
    {
        await _rig.RunAsync();
        await _rig.StopAsync();
        await _rig.RunAsync();

        Assert.Equal((2, 0), (Value("edgecctv.camera.attempts"), Value("edgecctv.camera.reconnects")));
        Assert.Empty(_meters.Read("edgecctv.camera.faults"));
    }

    [Fact]
    public async Task TimeInState_WallClockSteps_IsNotMoved()
    {
        await _rig.RunAsync();
        _rig.Time.Advance(TimeSpan.FromSeconds(1.5));

        Assert.Equal(1.5, Value("edgecctv.camera.state.time"));
    }

    public async ValueTask DisposeAsync()
    {
        _camera.Dispose();
        await _rig.DisposeAsync();
        _meters.Dispose();
    }

    private double Value(string name) => _meters.Read(name)[""];
}
