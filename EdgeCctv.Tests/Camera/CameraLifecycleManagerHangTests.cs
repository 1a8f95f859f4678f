using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Camera;

/// <summary>Native calls that never return.</summary>
public sealed class CameraLifecycleManagerHangTests : IAsyncDisposable
{
    private readonly CameraRig _rig = new();

    [Theory]
    [InlineData(FakeHang.Read)]
    [InlineData(FakeHang.Dispose)]
    internal async Task Stop_CaptureHangs_ReturnsWithinTwoSecondsAndCountsTheLoss(FakeHang hang)
    {
        await RunAndLeaveBehindAsync(hang);

        Assert.Equal((CameraState.Idle, 1), (_rig.Status.State, _rig.Status.LostCaptures));
        Assert.True(CameraSettings.ReleaseTimeout < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Start_SourceWasLeftBehind_IsBusyUntilItCameBack()
    {
        await RunAndLeaveBehindAsync(FakeHang.Dispose);

        var busy = await _rig.StartAsync();

        Assert.Equal((CameraReplyKind.Unavailable, CameraState.Error, CameraFault.Busy), (busy.Kind, busy.Status.State, busy.Status.Fault));
        Assert.Equal(1, _rig.Backend.Opens);
        _rig.Backend.ReleaseAll();
        await _rig.ReachAsync(CameraState.Running);
        Assert.Equal((0, 1), (_rig.Status.LostCaptures, _rig.Backend.MostOpenAtOnce));
    }

    [Fact]
    public async Task Start_OtherSourceWasLeftBehind_Starts()
    {
        await RunAndLeaveBehindAsync(FakeHang.Read);

        var other = await _rig.StartAsync(CameraRig.Back);

        Assert.Equal((true, 1), (other.Success, other.Status.LostCaptures));
    }

    [Fact]
    public async Task LeftBehindCapture_WakesWithAPicture_DoesNotShowIt()
    {
        await RunAndLeaveBehindAsync(FakeHang.Read);
        await _rig.StartAsync(CameraRig.Back);
        var shown = _rig.Frames.Newest;

        _rig.Backend.Captures[0].Deliver();

        await _rig.UntilAsync(() => _rig.Status.LostCaptures == 0);
        Assert.Same(shown, _rig.Frames.Newest);
        Assert.Equal((CameraState.Running, CameraRig.Back), (_rig.Status.State, _rig.Status.Source));
    }

    [Fact]
    public async Task Start_OpenHangs_EndsTheAttemptAtTheLimit()
    {
        _rig.Backend.Hangs = FakeHang.Open;
        var start = _rig.StartAsync();
        await _rig.UntilAsync(() => _rig.Backend.Opens == 1);

        await _rig.ElapseAsync(CameraRig.Settings.StartTimeout + CameraSettings.ReleaseTimeout);

        var reply = await start;
        Assert.Equal((CameraReplyKind.Unavailable, CameraFault.TimedOut, 1), (reply.Kind, reply.Status.Fault, reply.Status.LostCaptures));
    }

    [Fact]
    public async Task Start_OpenHungAndCameBack_RunsAgainAtOnceAndUnaided()
    {
        _rig.Backend.Hangs = FakeHang.Open;
        var start = _rig.StartAsync();
        await _rig.UntilAsync(() => _rig.Backend.Opens == 1);
        await _rig.ElapseAsync(CameraRig.Settings.StartTimeout + CameraSettings.ReleaseTimeout);
        await start;
        await _rig.ElapseAsync(TimeSpan.FromSeconds(1));
        await _rig.ReachAsync(CameraState.Error);
        _rig.Backend.Hangs = FakeHang.None;

        // No time passes: that it came back is reason enough.
        _rig.Backend.ReleaseAll();

        await _rig.ReachAsync(CameraState.Running);
        Assert.Equal(1, _rig.Backend.MostOpenAtOnce);
    }

    [Theory]
    [InlineData(FakeHang.Read)]
    [InlineData(FakeHang.Dispose)]
    internal async Task Run_CaptureHangs_IsNoticedLeftBehindAndRunsAgainWhenItCameBack(FakeHang hang)
    {
        _rig.Backend.Hangs = hang;
        await _rig.RunAsync();
        _rig.Backend.Hangs = FakeHang.None;

        await _rig.ElapseAsync(CameraRig.Settings.StallTime + CameraSettings.ReleaseTimeout);

        await _rig.UntilAsync(() => _rig.Status.LostCaptures == 1 && _rig.Status.State != CameraState.Running);
        _rig.Backend.ReleaseAll();
        await _rig.UntilAsync(() => _rig.Status.LostCaptures == 0);
        await _rig.ElapseAsync(TimeSpan.FromSeconds(1));
        await _rig.ReachAsync(CameraState.Running);
        Assert.Equal(1, _rig.Backend.MostOpenAtOnce);
    }

    [Fact]
    public async Task Shutdown_CaptureHangs_ReturnsAllTheSame()
    {
        _rig.Backend.Hangs = FakeHang.Dispose;
        await _rig.RunAsync();
        var shutdown = _rig.ShutdownAsync();
        await _rig.ReachAsync(CameraState.Stopping);

        await _rig.ElapseAsync(CameraSettings.ReleaseTimeout);

        Assert.True((await shutdown).Success);
    }

    [Fact]
    public async Task State_MailboxIsHeldUp_CanBeReadAllTheSame()
    {
        using var holdUp = new ManualResetEventSlim();
        using var isHeld = new SemaphoreSlim(0);
        void Hold(CameraStatus status)
        {
            isHeld.Release();
            holdUp.Wait();
        }

        await _rig.RunAsync();
        _rig.Manager.StatusChanged += Hold;
        var stop = _rig.StopAsync();
        await isHeld.WaitAsync().WaitAsync(Pulse.Patience, TimeProvider.System);

        Assert.Equal(CameraState.Stopping, _rig.Status.State);
        Assert.False(_rig.Manager.TryReadFrame(out _));
        Assert.False(stop.IsCompleted);

        _rig.Manager.StatusChanged -= Hold;
        holdUp.Set();
        Assert.True((await stop).Success);
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    private async Task RunAndLeaveBehindAsync(FakeHang hang)
    {
        _rig.Backend.Hangs = hang;
        await _rig.RunAsync();
        _rig.Backend.Hangs = FakeHang.None;
        var stop = _rig.StopAsync();
        await _rig.ReachAsync(CameraState.Stopping);
        await _rig.ElapseAsync(CameraSettings.ReleaseTimeout);
        Assert.Equal("Camera stopped", (await stop).Message);
    }
}
