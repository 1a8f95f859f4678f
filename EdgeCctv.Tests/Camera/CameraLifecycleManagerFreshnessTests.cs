using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Camera;

/// <summary>Cameras whose pictures come late, seldom, or all alike.</summary>
public sealed class CameraLifecycleManagerFreshnessTests : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly CameraRig _rig = new();

    [Fact]
    public async Task Stall_CameraOfOnePictureInFiveSecondsThatStatesNoRate_IsLearntAndThenLeftInPeace()
    {
        await FallSilentAfterOnePictureAsync();

        for (var picture = 0; picture < 4; picture++)
        {
            _rig.Time.Advance(5 * Second);
            await _rig.DeliverAsync();
        }

        _rig.Time.Advance(14.9 * Second);
        Assert.Equal((2, CameraState.Running), (_rig.Backend.Opens, _rig.Status.State));
        Assert.Equal(5 * Second, _rig.Frames.Newest!.Interval);
    }

    [Fact]
    public async Task Stall_SecondPictureStaysAway_IsNoticedAllTheSame()
    {
        await FallSilentAfterOnePictureAsync();

        await _rig.ElapseAsync(CameraSettings.SlowCameraPatience);

        await _rig.UntilAsync(() => _rig.Backend.Opens == 3);
        Assert.Equal(CameraFault.NoData, _rig.History.Last(status => status.Fault != CameraFault.None).Fault);
    }

    [Fact]
    public async Task Burst_AfterAStall_IsPassedOverAndTheFirstPictureTellsItsAge()
    {
        await _rig.RunAsync();
        var (own, published) = (TimeSpan.FromHours(3), new List<double>());
        for (var picture = 0; picture < 10; picture++)
        {
            await DeliverAsync(own += 0.2 * Second);
            _rig.Time.Advance(0.2 * Second);
        }

        _rig.Time.Advance(1.2 * Second);
        for (var picture = 0; picture < 7; picture++)
        {
            await DeliverAsync(own += 0.2 * Second);
            published.Add(Math.Round(_rig.Frames.Newest!.Drift.TotalSeconds, 1));
        }

        // 1.2 s late is shown as such; 1.0, 0.8 and 0.6 are only on the way to the newest.
        Assert.Equal([1.2, 1.2, 1.2, 1.2, 0.4, 0.2, 0], published);
    }

    [Fact]
    public async Task Pictures_StayTooLate_EndTheRunSoThatANewConnectionIsMade()
    {
        await _rig.RunAsync();
        var own = TimeSpan.FromHours(3);
        await DeliverAsync(own);

        // The camera's clock jumps back by an hour, say.
        own -= TimeSpan.FromHours(1);
        for (var second = 0.0; second <= 10.5 && _rig.Backend.Opens == 1; second += 0.5)
        {
            _rig.Time.Advance(0.5 * Second);
            _rig.Backend.Last.Deliver(Picture(own += 0.5 * Second));
            await _rig.UntilAsync(() => _rig.Backend.Last.IsReading || _rig.Status.State != CameraState.Running);
        }

        await _rig.UntilAsync(() => _rig.Backend.Opens == 2);
        Assert.Contains(_rig.History, status => status is { State: CameraState.Starting, Fault: CameraFault.Delayed });
    }

    [Fact]
    public async Task Pictures_CameraWhoseClockStandsStill_CountByTheirReceipt()
    {
        await _rig.RunAsync();
        for (var second = 0; second < 15; second++)
        {
            await DeliverAsync(TimeSpan.Zero);
            _rig.Time.Advance(Second);
        }

        Assert.Equal((1, CameraState.Running), (_rig.Backend.Opens, _rig.Status.State));
        Assert.Equal(TimeSpan.Zero, _rig.Frames.Newest!.Drift);
    }

    [Fact]
    public async Task Supervisor_Breaks_EverybodyIsAnsweredAndHealthCanTell()
    {
        await _rig.RunAsync();
        _rig.Manager.StatusChanged += _ => throw new InvalidOperationException("scripted");

        var stop = await _rig.StopAsync();
        var start = await _rig.StartAsync();

        Assert.Equal((CameraReplyKind.Unavailable, CameraReplyKind.Unavailable), (stop.Kind, start.Kind));
        Assert.True(_rig.Manager.IsBroken);
    }

    [Fact]
    public async Task Pictures_AllAlike_CountForHowLong()
    {
        await _rig.RunAsync();
        var same = TinyJpeg.Next();
        for (var second = 0; second <= 11; second++)
        {
            _rig.Backend.Last.Deliver(Picture(null) with { Jpeg = same });
            await _rig.SettleAsync();
            _rig.Time.Advance(Second);
        }

        Assert.Equal(11 * Second, _rig.Frames.Newest!.UnchangedFor);
        await _rig.DeliverAsync();
        Assert.Equal(TimeSpan.Zero, _rig.Frames.Newest!.UnchangedFor);
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    // Once, and then it is opened again and gives one picture again.
    private async Task FallSilentAfterOnePictureAsync()
    {
        await _rig.RunAsync();
        await _rig.ElapseAsync(CameraRig.Settings.StallTime);
        await _rig.ElapseAsync(Second);
        await _rig.UntilAsync(() => _rig.Backend.Opens == 2 && _rig.Backend.Last.IsReading);
        await _rig.ReachAsync(CameraState.Running);
    }

    private CapturedPicture Picture(TimeSpan? presented) =>
        new(TinyJpeg.Next(), TinyJpeg.Width, TinyJpeg.Height, _rig.Time.GetTimestamp(), null, null) { PresentationTime = presented };

    private async Task DeliverAsync(TimeSpan presented)
    {
        _rig.Backend.Last.Deliver(Picture(presented));
        await _rig.SettleAsync();
    }
}
