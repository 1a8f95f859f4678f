using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;
using Microsoft.Extensions.Logging;

namespace EdgeCctv.Tests.Camera;

public sealed class CameraLifecycleManagerReconnectTests : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly CameraRig _rig = new();

    [Fact]
    public async Task Start_AttemptFails_TellsCauseAndNextTryAndThenRetriesByItself()
    {
        _rig.Backend.Fail(CameraFault.Refused);

        var reply = await _rig.StartAsync();

        Assert.Equal((CameraReplyKind.Unavailable, CameraState.Starting), (reply.Kind, reply.Status.State));
        Assert.Equal(_rig.Time.GetUtcNow() + Second, reply.Status.NextTry);
        Assert.Contains("refused", reply.Message, StringComparison.Ordinal);
        Assert.Contains("2026-03-30 00:30:01 UTC", reply.Message, StringComparison.Ordinal);
        _rig.Backend.OpenFailure = null;
        await _rig.ElapseAsync(Second);
        await _rig.ReachAsync(CameraState.Running);
        Assert.Equal((2, CameraFault.None), (_rig.Status.Attempt, _rig.Status.Fault));
    }

    [Fact]
    public async Task Start_NoFirstPicture_EndsTheAttemptAtTheStartTimeout()
    {
        _rig.Backend.HasFirstPicture = false;
        var start = _rig.StartAsync();
        await _rig.SettleAsync();

        await _rig.ElapseAsync(CameraRig.Settings.StartTimeout);

        Assert.Equal(CameraFault.TimedOut, (await start).Status.Fault);
        Assert.Equal((1, 0), (_rig.Backend.Disposals, _rig.Backend.OpenNow));
    }

    [Fact]
    public async Task Attempts_CameraStaysAway_FollowTheScheduleForEver()
    {
        int[] waits = [.. Enumerable.Repeat(1, 5), .. Enumerable.Repeat(5, 5), .. Enumerable.Repeat(10, 10), 60, 60, 60];
        _rig.Backend.Fail(CameraFault.Refused);
        await _rig.StartAsync();

        foreach (var (index, wait) in waits.Index())
        {
            await _rig.ElapseAsync(wait * Second);
            await _rig.UntilAsync(() => _rig.Status.NextTry > _rig.Time.GetUtcNow());
            Assert.Equal((index + 2, index + 2), (_rig.Backend.Opens, _rig.Status.Attempt));
        }

        Assert.Equal(0, _rig.Backend.OpenNow);
    }

    [Fact]
    public async Task Log_CameraOfflineForAnHour_IsAHandfulOfLines()
    {
        const int MostLines = 20;
        var end = _rig.Time.GetUtcNow() + TimeSpan.FromHours(1);
        _rig.Backend.Fail(CameraFault.Refused);
        await _rig.StartAsync();

        while (_rig.Time.GetUtcNow() < end)
        {
            var opens = _rig.Backend.Opens;
            await _rig.ElapseAsync(_rig.Status.NextTry!.Value - _rig.Time.GetUtcNow());
            await _rig.UntilAsync(() => _rig.Backend.Opens > opens && _rig.Status.NextTry > _rig.Time.GetUtcNow());
        }

        Assert.InRange(_rig.Backend.Opens, 60, 100);
        Assert.InRange(_rig.Log.Lines.Count(line => line.Level >= LogLevel.Information), 1, MostLines);
    }

    [Fact]
    public async Task Start_PersonNeeded_IsAnErrorAndStillRetriesEveryMinute()
    {
        _rig.Backend.Fail(CameraFault.Unauthorized);
        var reply = await _rig.StartAsync();
        Assert.Equal((CameraReplyKind.Unavailable, CameraState.Error), (reply.Kind, reply.Status.State));
        Assert.Contains("Check user name and password", reply.Message, StringComparison.Ordinal);

        await _rig.ElapseAsync(60 * Second);
        await _rig.UntilAsync(() => _rig.Backend.Opens == 2 && _rig.Status.State == CameraState.Error);

        _rig.Backend.OpenFailure = null;
        await _rig.ElapseAsync(60 * Second);
        await _rig.ReachAsync(CameraState.Running);
    }

    [Fact]
    public async Task Start_Error_TriesAtOnceWithWhateverSource()
    {
        _rig.Backend.Fail(CameraFault.Unauthorized);
        await _rig.StartAsync();
        _rig.Backend.OpenFailure = null;

        var reply = await _rig.StartAsync(CameraRig.Back);

        Assert.Equal((true, 1), (reply.Success, reply.Status.Attempt));
    }

    [Fact]
    public async Task Stall_AfterAStableRun_ReconnectsAtOnceAndRecoversUnaided()
    {
        await _rig.RunStablyAsync();
        var opens = _rig.Backend.Opens;

        await _rig.ElapseAsync(CameraRig.Settings.StallTime);
        await _rig.UntilAsync(() => _rig.Backend.Opens == opens + 1);
        await _rig.ReachAsync(CameraState.Running);

        var lost = Assert.Single(_rig.History, status => status.Fault == CameraFault.NoData);
        Assert.Equal((CameraState.Starting, 1, null), (lost.State, lost.Attempt, lost.NextTry));
        Assert.Equal((1, 1), (_rig.Backend.MostOpenAtOnce, _rig.Backend.OpenNow));
    }

    [Fact]
    public async Task Stall_SlowCamera_WaitsThreeOfItsIntervals()
    {
        _rig.Backend.Interval = 4 * Second;
        await _rig.RunAsync();

        _rig.Time.Advance(11.9 * Second);
        Assert.True(_rig.Backend.Last.IsReading);
        await _rig.ElapseAsync(0.1 * Second);

        await _rig.UntilAsync(() => _rig.Backend.Opens == 2);
    }

    [Fact]
    public async Task ReadFails_Running_ReconnectsWithTheCause()
    {
        await _rig.RunStablyAsync();

        _rig.Backend.Last.Fail(CameraFault.EndOfStream);
        await _rig.UntilAsync(() => _rig.Backend.Opens == 2);
        await _rig.ReachAsync(CameraState.Running);

        Assert.Contains(_rig.History, status => status is { State: CameraState.Starting, Fault: CameraFault.EndOfStream });
    }

    [Fact]
    public async Task ReadThrowsWhatNoBackendMapped_Running_IsAFaultLikeAnyOther()
    {
        await _rig.RunStablyAsync();

        _rig.Backend.Last.Fail(new InvalidOperationException("unmapped"));
        await _rig.UntilAsync(() => _rig.Backend.Opens == 2);

        Assert.Contains(_rig.History, status => status is { Fault: CameraFault.Failed, Detail: "unmapped" });
    }

    [Fact]
    public async Task Runs_EachDiesAtOnce_AreNotHammered()
    {
        await _rig.RunAsync();

        foreach (var wait in (int[])[1, 1, 1, 1, 1, 5, 5])
        {
            var opens = _rig.Backend.Opens;
            _rig.Backend.Last.Fail(CameraFault.EndOfStream);
            await _rig.ElapseAsync(wait * Second);
            await _rig.UntilAsync(() => _rig.Backend.Opens == opens + 1);
            await _rig.SettleAsync();
            await _rig.ReachAsync(CameraState.Running);
        }
    }

    [Fact]
    public async Task Sequence_AcrossReconnects_NeverBeginsAnew()
    {
        await _rig.RunStablyAsync();
        var before = _rig.Frames.Newest!.Sequence;

        _rig.Backend.Last.Fail(CameraFault.EndOfStream);
        await _rig.UntilAsync(() => _rig.Frames.Newest!.Sequence > before && _rig.Backend.Last.IsReading);
        await _rig.StopAsync();
        await _rig.RunAsync();

        Assert.Equal(before + 2, _rig.Frames.Newest!.Sequence);
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();
}
