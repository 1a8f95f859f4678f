using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Camera;

/// <summary>Settings that an operator changes while the camera runs, or is tried.</summary>
public sealed class CameraLifecycleManagerTuningTests : IAsyncDisposable
{
    private readonly CameraRig _rig = new();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task JpegQuality_WhileTheCameraRuns_IsTakenOverWithoutOpeningItAnew()
    {
        await _rig.RunAsync();
        _rig.Tuning.Now = _rig.Tuning.Now with { JpegQuality = 33 };
        Assert.Null(_rig.Backend.Last.JpegQuality);

        await _rig.DeliverAsync();

        Assert.Equal((33, 1, CameraState.Running), (_rig.Backend.Last.JpegQuality, _rig.Backend.Opens, _rig.Status.State));
    }

    [Fact]
    public async Task JpegQuality_BeforeTheCameraIsOpened_IsWhatItIsOpenedWith()
    {
        _rig.Tuning.Now = _rig.Tuning.Now with { JpegQuality = 33 };

        await _rig.RunAsync();

        Assert.Equal((33, null), (_rig.Backend.LastSettings!.JpegQuality, _rig.Backend.Last.JpegQuality));
    }

    [Fact]
    public async Task StallTime_WhileTheCameraRuns_CountsFromTheNextPictureOn()
    {
        await _rig.RunAsync();
        Limit(limits => limits with { StallTime = TimeSpan.FromSeconds(7) });
        await _rig.DeliverAsync();
        await _rig.DeliverAsync();
        await _rig.UntilAsync(() => _rig.Time.IsDueIn(TimeSpan.FromSeconds(7)));

        _rig.Time.Advance(TimeSpan.FromSeconds(6.9));
        await _rig.SettleAsync();
        Assert.Equal((CameraState.Running, 1), (_rig.Status.State, _rig.Backend.Opens));

        _rig.Time.Advance(TimeSpan.FromSeconds(0.1));
        await _rig.UntilAsync(() => _rig.History.Any(status => status.Fault == CameraFault.NoData));
    }

    [Fact]
    public async Task StartTimeout_WhileTheFirstPictureIsAwaited_CountsFromTheNextAttemptOn()
    {
        _rig.Backend.HasFirstPicture = false;
        var start = _rig.StartAsync();
        await _rig.SettleAsync();
        Limit(limits => limits with { StartTimeout = TimeSpan.FromSeconds(8) });

        await _rig.ElapseAsync(CameraRig.Settings.StartTimeout);
        Assert.Equal(CameraFault.TimedOut, (await start).Status.Fault);
        await _rig.ElapseAsync(TimeSpan.FromSeconds(1));

        await _rig.UntilAsync(() => _rig.Time.IsDueIn(TimeSpan.FromSeconds(8)), "the longer time for the first picture");
        Assert.True(_rig.Time.IsDueIn(TimeSpan.FromSeconds(8) + CameraSettings.ReleaseTimeout));
    }

    [Theory]
    [InlineData(ReconnectPolicy.Eager, 5)]
    [InlineData(ReconnectPolicy.Sparing, 60)]
    public async Task Reconnect_WhileTheCameraIsAway_CountsFromTheNextFailureOn(ReconnectPolicy policy, int seconds)
    {
        const int Quick = 5;
        _rig.Backend.Fail(CameraFault.Refused);
        await _rig.StartAsync();
        Limit(limits => limits with { Reconnect = policy });

        for (var attempt = 1; attempt <= Quick; attempt++)
        {
            await RetryAsync(TimeSpan.FromSeconds(1));
        }

        for (var attempt = 0; attempt < 20; attempt++)
        {
            await RetryAsync(TimeSpan.FromSeconds(seconds));
        }

        async Task RetryAsync(TimeSpan wait)
        {
            var opens = _rig.Backend.Opens;
            await _rig.ElapseAsync(wait);
            await _rig.UntilAsync(() => _rig.Backend.Opens == opens + 1 && _rig.Status.NextTry > _rig.Time.GetUtcNow());
        }
    }

    private void Limit(Func<CameraSettings, CameraSettings> change) =>
        _rig.Tuning.Now = _rig.Tuning.Now with { Limits = change(_rig.Tuning.Now.Limits) };
}
