using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Camera;

public sealed class CameraLifecycleManagerStartTests : IAsyncDisposable
{
    private readonly CameraRig _rig = new();

    [Fact]
    public async Task Start_Idle_OpensOnceAndRuns()
    {
        var reply = await _rig.StartAsync();

        Assert.Equal((true, "Camera started successfully"), (reply.Success, reply.Message));
        Assert.Equal((CameraState.Running, CameraRig.Front), (reply.Status.State, reply.Status.Source));
        Assert.Equal([CameraState.Starting, CameraState.Running], _rig.History.Select(status => status.State));
        Assert.Equal(1, _rig.Backend.Opens);
        Assert.True(_rig.Manager.TryReadFrame(out var frame));
        Assert.Equal(1, frame.Sequence);
    }

    [Fact]
    public async Task Start_SameSourceRunning_DoesNotTouchTheHardware()
    {
        await _rig.RunAsync();

        var reply = await _rig.StartAsync();

        Assert.Equal((true, "Camera already running"), (reply.Success, reply.Message));
        Assert.Equal((1, 0), (_rig.Backend.Opens, _rig.Backend.Disposals));
    }

    [Fact]
    public async Task Start_SameSourceStarting_JoinsTheAttemptUnderWay()
    {
        _rig.Backend.HasFirstPicture = false;
        var first = _rig.StartAsync();
        await _rig.SettleAsync();
        var second = _rig.StartAsync();
        Assert.False(first.IsCompleted || second.IsCompleted);

        _rig.Backend.Last.Deliver();

        Assert.Equal(await first, await second);
        Assert.Equal("Camera started successfully", (await second).Message);
        Assert.Equal(1, _rig.Backend.Opens);
    }

    [Fact]
    public async Task Start_SameSourceStartingAndItFails_GivesBothTheSameOutcome()
    {
        _rig.Backend.HasFirstPicture = false;
        var first = _rig.StartAsync();
        await _rig.SettleAsync();
        var second = _rig.StartAsync();

        _rig.Backend.Last.Fail(CameraFault.Refused);

        Assert.Equal(await first, await second);
        Assert.Equal(CameraReplyKind.Unavailable, (await first).Kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Start_OtherSource_IsRefusedNamingTheOpenOneAndSinceWhen(bool hasPicture)
    {
        _rig.Backend.HasFirstPicture = hasPicture;
        var start = _rig.StartAsync();
        await _rig.SettleAsync();
        await _rig.ReachAsync(hasPicture ? CameraState.Running : CameraState.Starting);

        var reply = await _rig.StartAsync(CameraRig.Back);

        Assert.Equal(CameraReplyKind.Conflict, reply.Kind);
        Assert.Contains(CameraRig.Front.Display, reply.Message, StringComparison.Ordinal);
        Assert.Contains("2026-03-30 00:30:00 UTC", reply.Message, StringComparison.Ordinal);
        Assert.Equal((1, CameraRig.Front), (_rig.Backend.Opens, _rig.Status.Source));
        await _rig.StopAsync();
        await start;
    }

    [Fact]
    public async Task Start_Stopping_WaitsForTheStopAndStarts()
    {
        _rig.Backend.Hangs = FakeHang.Dispose;
        await _rig.RunAsync();
        var stop = _rig.StopAsync();
        await _rig.ReachAsync(CameraState.Stopping);
        var start = _rig.StartAsync(CameraRig.Back);
        Assert.Equal(1, _rig.Backend.Opens);

        _rig.Backend.ReleaseAll();

        Assert.Equal("Camera stopped", (await stop).Message);
        Assert.Equal("Camera started successfully", (await start).Message);
        Assert.Equal((CameraRig.Back, 1), (_rig.Status.Source, _rig.Backend.MostOpenAtOnce));
    }

    [Fact]
    public async Task Start_CallerGivesUp_TheAttemptGoesOn()
    {
        _rig.Backend.HasFirstPicture = false;
        using var caller = new CancellationTokenSource();
        var start = _rig.StartAsync(CameraRig.Front, caller.Token);
        await _rig.SettleAsync();

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
        _rig.Backend.Last.Deliver();
        await _rig.ReachAsync(CameraState.Running);
    }

    [Fact]
    public async Task Start_WaitingForTheNextTry_TriesAtOnce()
    {
        _rig.Backend.Fail(CameraFault.Refused);
        await _rig.StartAsync();
        _rig.Backend.OpenFailure = null;

        var reply = await _rig.StartAsync();

        Assert.Equal((true, 2), (reply.Success, _rig.Backend.Opens));
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();
}
