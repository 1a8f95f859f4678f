using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Camera;

/// <summary>One camera in the place of another, and back when the new one gives no picture.</summary>
public sealed class CameraLifecycleManagerSwitchTests : IAsyncDisposable
{
    private readonly CameraRig _rig = new();

    [Fact]
    public async Task Switch_NewGivesAPicture_RunsItAndForgetsTheOld()
    {
        await _rig.RunAsync();

        var reply = await _rig.SwitchAsync(CameraRig.Back);

        Assert.Equal((true, "Camera started successfully"), (reply.Success, reply.Message));
        Assert.Equal((CameraState.Running, CameraRig.Back), (_rig.Status.State, _rig.Status.Source));
        Assert.Equal((null, null, null), (_rig.Status.Fallback, _rig.Status.Next, _rig.Status.Notice));
        Assert.Equal((1, 1), (_rig.Backend.MostOpenAtOnce, _rig.Backend.OpenNow));
    }

    [Fact]
    public async Task Switch_NewGivesNoPicture_GoesBackToTheOldAndSaysSo()
    {
        await _rig.RunAsync();
        _rig.Backend.HasFirstPicture = false;
        var reply = _rig.SwitchAsync(CameraRig.Back);
        await _rig.UntilAsync(() => _rig.Backend.Opens == 2 && _rig.Backend.Last.IsReading);
        _rig.Backend.HasFirstPicture = true;

        await _rig.ElapseAsync(CameraRig.Settings.StartTimeout);

        Assert.Equal(
            (CameraReplyKind.Unavailable, "rtsp://192.0.2.8/back gave no picture: no picture within the start time-out. "
                + "Check that the camera is on and reachable from this machine. Back to rtsp://192.0.2.7/front."),
            ((await reply).Kind, (await reply).Message));
        await _rig.ReachAsync(CameraState.Running);
        Assert.Equal((CameraRig.Front, 1), (_rig.Status.Source, _rig.Backend.MostOpenAtOnce));
        Assert.Contains("gave no picture", _rig.Status.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switch_NewRefusesThePassword_GoesBackAtOnce()
    {
        await _rig.RunAsync();
        _rig.Backend.FailFor(CameraRig.Back, CameraFault.Unauthorized);

        var reply = await _rig.SwitchAsync(CameraRig.Back);

        Assert.Contains("Check user name and password", reply.Message, StringComparison.Ordinal);
        await _rig.ReachAsync(CameraState.Running);
        Assert.Equal(CameraRig.Front, _rig.Status.Source);
    }

    [Fact]
    public async Task Switch_OldIsGoneToo_RetriesTheOldUntilItIsBack()
    {
        await _rig.RunAsync();
        _rig.Backend.Fail(CameraFault.Refused);

        await _rig.SwitchAsync(CameraRig.Back);

        await _rig.UntilAsync(() => _rig.Status.NextTry is not null);
        Assert.Equal((CameraRig.Front, CameraFault.Refused), (_rig.Status.Source, _rig.Status.Fault));
        _rig.Backend.OpenFailure = null;
        await _rig.ElapseAsync(TimeSpan.FromSeconds(1));
        await _rig.ReachAsync(CameraState.Running);
    }

    [Fact]
    public async Task Switch_SameSource_TouchesNothing()
    {
        await _rig.RunAsync();

        Assert.Equal("Camera already running", (await _rig.SwitchAsync(CameraRig.Front)).Message);
        Assert.Equal(1, _rig.Backend.Opens);
    }

    [Fact]
    public async Task Switch_WhileAnotherStarts_TellsItsCallersAndStillGoesBackToWhatRan()
    {
        await _rig.RunAsync();
        _rig.Backend.HasFirstPicture = false;
        var first = _rig.SwitchAsync(CameraRig.Back);
        await _rig.UntilAsync(() => _rig.Backend.Opens == 2 && _rig.Backend.Last.IsReading);
        _rig.Backend.HasFirstPicture = true;
        _rig.Backend.FailFor(CameraSource.Demo, CameraFault.Refused);

        var second = await _rig.SwitchAsync(CameraSource.Demo);

        Assert.Equal("stopped by a switch to demo:", (await first).Message);
        Assert.False(second.Success);
        await _rig.ReachAsync(CameraState.Running);
        Assert.Equal(CameraRig.Front, _rig.Status.Source);
    }

    [Fact]
    public async Task Stop_DuringASwitch_StopsForGoodAndAnswersBoth()
    {
        _rig.Backend.Hangs = FakeHang.Dispose;
        await _rig.RunAsync();
        var change = _rig.SwitchAsync(CameraRig.Back);
        await _rig.ReachAsync(CameraState.Stopping);
        Assert.Equal(CameraRig.Back, _rig.Status.Next);

        var stop = _rig.StopAsync();
        Assert.Equal("stopped by Ann", (await change).Message);
        _rig.Backend.ReleaseAll();

        Assert.Equal("Camera stopped", (await stop).Message);
        Assert.Equal((CameraState.Idle, false, 1), (_rig.Status.State, _rig.Status.Desired, _rig.Backend.Opens));
    }

    [Fact]
    public async Task Switch_OldHangs_LeavesItBehindAndStartsTheNew()
    {
        _rig.Backend.Hangs = FakeHang.Dispose;
        await _rig.RunAsync();
        _rig.Backend.Hangs = FakeHang.None;
        var change = _rig.SwitchAsync(CameraRig.Back);
        await _rig.ReachAsync(CameraState.Stopping);

        await _rig.ElapseAsync(CameraSettings.ReleaseTimeout);

        Assert.True((await change).Success);
        Assert.Equal((CameraRig.Back, 1), (_rig.Status.Source, _rig.Status.LostCaptures));
    }

    [Fact]
    public async Task Switch_CameraOff_IsAStart()
    {
        var reply = await _rig.SwitchAsync(CameraRig.Back);

        Assert.Equal((true, CameraRig.Back), (reply.Success, reply.Status.Source));
        Assert.Null(reply.Status.Fallback);
    }

    [Fact]
    public async Task Start_OtherSourceWithoutSwitch_IsRefusedAndNamesTheWay()
    {
        await _rig.RunAsync();

        var reply = await _rig.StartAsync(CameraRig.Back);

        Assert.Equal(CameraReplyKind.Conflict, reply.Kind);
        Assert.Contains("ask for a switch", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_Running_AreTheCapturesAndGoneWhenItStops()
    {
        await _rig.RunAsync();
        Assert.Equal("tiny JPEG", _rig.Status.Facts?.Codec);

        await _rig.StopAsync();

        Assert.Null(_rig.Status.Facts);
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();
}
