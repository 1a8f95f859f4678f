using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Camera;

public sealed class CameraLifecycleManagerStopTests : IAsyncDisposable
{
    private readonly CameraRig _rig = new();

    [Fact]
    public async Task Stop_Idle_SaysAlreadyStopped()
    {
        var reply = await _rig.StopAsync();

        Assert.Equal((true, "Camera already stopped", CameraState.Idle), (reply.Success, reply.Message, reply.Status.State));
        Assert.Empty(_rig.History);
    }

    [Fact]
    public async Task Stop_Running_ReleasesTheDeviceAndForgetsThePicture()
    {
        await _rig.RunAsync();

        var reply = await _rig.StopAsync();

        Assert.Equal((true, "Camera stopped"), (reply.Success, reply.Message));
        Assert.Equal((CameraState.Idle, "Ann", false), (reply.Status.State, reply.Status.StoppedBy, reply.Status.Desired));
        Assert.Equal((0, 1), (_rig.Backend.OpenNow, _rig.Backend.Disposals));
        Assert.Null(_rig.Frames.Newest);
        Assert.False(_rig.Manager.TryReadFrame(out _));
    }

    [Fact]
    public async Task Stop_Stopping_JoinsTheStop()
    {
        _rig.Backend.Hangs = FakeHang.Dispose;
        await _rig.RunAsync();
        var first = _rig.StopAsync("Ann");
        await _rig.ReachAsync(CameraState.Stopping);
        var second = _rig.StopAsync("Bob");
        Assert.False(first.IsCompleted || second.IsCompleted);

        _rig.Backend.ReleaseAll();

        Assert.Equal(await first, await second);
        Assert.Equal(("Camera stopped", "Ann"), ((await second).Message, _rig.Status.StoppedBy));
    }

    [Fact]
    public async Task Stop_StoppingWithAStartWaiting_HasTheLastWord()
    {
        _rig.Backend.Hangs = FakeHang.Dispose;
        await _rig.RunAsync();
        var firstStop = _rig.StopAsync("Ann");
        await _rig.ReachAsync(CameraState.Stopping);
        var start = _rig.StartAsync();
        var lastStop = _rig.StopAsync("Bob");

        _rig.Backend.ReleaseAll();

        Assert.Equal((CameraReplyKind.Unavailable, "stopped by Bob"), ((await start).Kind, (await start).Message));
        Assert.True((await firstStop).Success && (await lastStop).Success);
        Assert.Equal((CameraState.Idle, 1), (_rig.Status.State, _rig.Backend.Opens));
    }

    [Fact]
    public async Task Stop_Starting_AnswersTheWaitingStarts()
    {
        _rig.Backend.HasFirstPicture = false;
        Task<CameraReply>[] starts = [_rig.StartAsync(), _rig.StartAsync()];
        await _rig.SettleAsync();

        var stop = await _rig.StopAsync("Ann");

        Assert.Equal("Camera stopped", stop.Message);
        Assert.All(await Task.WhenAll(starts), reply => Assert.Equal((CameraReplyKind.Unavailable, "stopped by Ann"), (reply.Kind, reply.Message)));
        Assert.Equal((CameraState.Idle, 0), (_rig.Status.State, _rig.Backend.OpenNow));
    }

    [Theory]
    [InlineData(CameraFault.Refused)]
    [InlineData(CameraFault.Unauthorized)]
    public async Task Stop_WaitingForTheNextTry_EndsTheRetries(CameraFault fault)
    {
        _rig.Backend.Fail(fault);
        await _rig.StartAsync();

        Assert.Equal("Camera stopped", (await _rig.StopAsync()).Message);

        _rig.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("Camera already stopped", (await _rig.StopAsync()).Message);
        Assert.Equal((1, CameraFault.None, null), (_rig.Backend.Opens, _rig.Status.Fault, _rig.Status.NextTry));
    }

    [Fact]
    public async Task Shutdown_Twice_ReleasesOnceAndRefusesLaterStarts()
    {
        await _rig.RunAsync();

        var replies = await Task.WhenAll(_rig.ShutdownAsync(), _rig.ShutdownAsync());
        var again = await _rig.ShutdownAsync();

        Assert.All([.. replies, again], reply => Assert.True(reply.Success));
        var start = await _rig.StartAsync();
        Assert.Equal((CameraReplyKind.Unavailable, "The console is shutting down"), (start.Kind, start.Message));
        Assert.Equal((1, 0, CameraState.Idle), (_rig.Backend.Opens, _rig.Backend.OpenNow, _rig.Status.State));
    }

    [Fact]
    public async Task Shutdown_StartWaitingForAStop_RefusesIt()
    {
        _rig.Backend.Hangs = FakeHang.Dispose;
        await _rig.RunAsync();
        var stop = _rig.StopAsync();
        await _rig.ReachAsync(CameraState.Stopping);
        var start = _rig.StartAsync();
        var shutdown = _rig.ShutdownAsync();

        _rig.Backend.ReleaseAll();

        Assert.True((await shutdown).Success && (await stop).Success);
        Assert.Equal(CameraReplyKind.Unavailable, (await start).Kind);
        Assert.Equal(1, _rig.Backend.Opens);
    }

    [Fact]
    public async Task Start_AfterDispose_IsRefused()
    {
        await _rig.RunAsync();
        await _rig.DisposeAsync();

        Assert.Equal(CameraReplyKind.Unavailable, (await _rig.StartAsync()).Kind);
        Assert.Equal(0, _rig.Backend.OpenNow);
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();
}
