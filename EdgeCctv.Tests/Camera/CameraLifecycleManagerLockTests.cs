using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Camera;

public sealed class CameraLifecycleManagerLockTests : IAsyncDisposable
{
    private readonly CameraRig _rig = new();

    [Fact]
    public async Task Start_CameraHeldByAnother_IsAnErrorThatDoesNotTouchItAndTriesAgainEveryFiveSeconds()
    {
        var other = _rig.Lock.Take(CameraRig.Front);

        var reply = await _rig.StartAsync();

        Assert.Equal((CameraReplyKind.Unavailable, CameraState.Error, CameraFault.Busy), (reply.Kind, reply.Status.State, reply.Status.Fault));
        Assert.Contains($"process {Environment.ProcessId} of user", reply.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(0, _rig.Backend.Opens);
        other.Dispose();
        await _rig.ElapseAsync(ReconnectSchedule.WhenBusy);
        await _rig.ReachAsync(CameraState.Running);
    }

    [Fact]
    public async Task Running_Camera_IsHeldUntilTheStopHasReleasedIt()
    {
        await _rig.RunAsync();
        Assert.True(IsHeld());

        await _rig.StopAsync();

        Assert.False(IsHeld());
    }

    [Fact]
    public async Task Attempt_OpenFails_FreesTheLock()
    {
        _rig.Backend.Fail(CameraFault.Refused);

        await _rig.StartAsync();

        Assert.False(IsHeld());
    }

    [Fact]
    public async Task Attempt_BreaksUnmapped_FreesTheLock()
    {
        _rig.Backend.OpenFailure = new InvalidOperationException("unmapped");

        await _rig.StartAsync();

        Assert.False(IsHeld());
    }

    [Theory]
    [InlineData((int)FakeHang.Open)]
    [InlineData((int)FakeHang.Dispose)]
    public async Task Stop_CaptureHangs_KeepsTheLockUntilItIsBack(int hang)
    {
        _rig.Backend.Hangs = (FakeHang)hang;
        var start = _rig.StartAsync();
        await _rig.UntilAsync(() => _rig.Backend.Opens == 1 && (hang == (int)FakeHang.Open || _rig.Backend.Last.IsReading));
        var stop = _rig.Manager.StopStreamAsync("Ann");
        await _rig.ElapseAsync(CameraSettings.ReleaseTimeout);
        await stop;
        Assert.True(IsHeld());

        _rig.Backend.ReleaseAll();
        await _rig.UntilAsync(() => _rig.Status.LostCaptures == 0);

        Assert.False(IsHeld());
        await start;
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    private bool IsHeld()
    {
        try
        {
            _rig.Lock.Take(CameraRig.Front).Dispose();
            return false;
        }
        catch (CaptureException held) when (held.Fault == CameraFault.Busy)
        {
            return true;
        }
    }
}
