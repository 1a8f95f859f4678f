using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Camera;

/// <summary>The wall clock jumps by a day, and nothing but the times shown to people may change.</summary>
public sealed class CameraLifecycleManagerWallClockTests : IAsyncDisposable
{
    private readonly CameraRig _rig = new();

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Step_WhileWaitingForTheNextTry_TriesWhenItWasDue(int days)
    {
        _rig.Backend.Fail(CameraFault.Refused);
        await _rig.StartAsync();
        _rig.Backend.OpenFailure = null;
        await _rig.UntilAsync(() => _rig.Time.IsDueIn(TimeSpan.FromSeconds(1)));

        _rig.Time.StepWallClock(TimeSpan.FromDays(days));
        _rig.Time.Advance(TimeSpan.FromSeconds(0.9));
        Assert.Equal(1, _rig.Backend.Opens);
        await _rig.ElapseAsync(TimeSpan.FromSeconds(0.1));

        await _rig.ReachAsync(CameraState.Running);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Step_WhileTheNextTryIsBeingPlanned_IsStillDueInASecond(int days)
    {
        _rig.Backend.Fail(CameraFault.Refused);
        _rig.Manager.StatusChanged += status => _rig.Time.StepWallClock(TimeSpan.FromDays(status.NextTry is null ? 0 : days));

        await _rig.StartAsync();

        await _rig.UntilAsync(() => _rig.Time.IsDueIn(TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Step_DuringAShortRun_ItStillCountsAsAFailedAttempt(int days)
    {
        await _rig.RunAsync();

        _rig.Time.StepWallClock(TimeSpan.FromDays(days));
        _rig.Backend.Last.Fail(CameraFault.EndOfStream);

        await _rig.UntilAsync(() => _rig.Status.NextTry is not null);
        Assert.Equal(_rig.Time.GetUtcNow().AddSeconds(1), _rig.Status.NextTry);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Step_DuringAStableRun_ItStillCountsAsStable(int days)
    {
        await _rig.RunStablyAsync();

        _rig.Time.StepWallClock(TimeSpan.FromDays(days));
        _rig.Backend.Last.Fail(CameraFault.EndOfStream);

        await _rig.UntilAsync(() => _rig.Backend.Opens == 2);
        await _rig.ReachAsync(CameraState.Running);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Step_WhileRunning_NeitherStallsNorAges(int days)
    {
        await _rig.RunAsync();

        _rig.Time.StepWallClock(TimeSpan.FromDays(days));
        await _rig.DeliverAsync();

        Assert.Equal((CameraState.Running, 1), (_rig.Status.State, _rig.Backend.Opens));
        Assert.True(_rig.Manager.TryReadFrame(out var frame));
        Assert.Equal(TimeSpan.Zero, frame.Age(_rig.Time));
        Assert.True(_rig.Time.IsDueIn(CameraRig.Settings.StallTime));
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();
}
