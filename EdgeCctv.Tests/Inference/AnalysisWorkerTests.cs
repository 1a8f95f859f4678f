using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Inference;

/// <summary>What an analyser is given and what becomes of its findings, with real lanes.</summary>
public sealed class AnalysisWorkerTests
{
    // Until the test lets it go on.
    private static async Task StickAtTheFirstFrameAsync(AnalysisRig rig)
    {
        rig.Analyzers[0].OnAnalyze = frame =>
        {
            if (frame.Sequence == 1)
            {
                rig.Stuck.Wait();
            }

            return new SceneFinding(ScenePhase.Watching);
        };
        await rig.StartAsync();
        rig.Give();
        await rig.UntilAsync(() => rig.Analyzers[0].Calls.Contains("1"));
    }

    private static readonly GreyPicture Grey = new(2, 2, [1, 2, 3, 4]);

    [Fact]
    public void Start_NoAnalyser_HasNothingToTellAndWantsNoAnalysisPictures()
    {
        using var rig = new AnalysisRig();
        rig.Worker.Start();

        rig.Give();

        Assert.Empty(rig.Worker.Status);
        Assert.False(rig.Frames.GreyWanted);
    }

    [Fact]
    public async Task Frames_AreDue_AreAnalysedAndNameTheirFrame()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers());
        await rig.StartAsync();

        var frame = await rig.AnalyseAsync();

        var result = rig.Board.Newest["scene"];
        Assert.Equal((frame.Sequence, frame.ReceivedTimestamp, frame.ReceivedUtc), (result.Sequence, result.ReceivedTimestamp, result.ReceivedUtc));
        Assert.Equal(["create", "reset", "1"], rig.Analyzers[0].Calls);
        await rig.UntilAsync(() => rig.Status is { Analysed: 1, WaitingSince: null });
        rig.Pass(0.25);
        Assert.Equal((AnalyzerState.Running, 0, 0), (rig.Status.State, rig.Status.Skipped, rig.Status.Rebuilds));
        Assert.Equal(frame.ReceivedTimestamp, rig.Status.LastSuccess);
        Assert.Equal(0, rig.Status.TimeMs!.Value.Max);
    }

    [Fact]
    public async Task Frames_ComeFasterThanThePace_OnlyTheDueOnesAreGiven()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers { MostPerSecond = 10 });
        await rig.StartAsync();

        for (var i = 0; i < 9; i++)
        {
            var frame = rig.Give(0.05);
            await (i % 2 == 0 ? rig.AnalysedAsync(frame) : Task.CompletedTask);
        }

        Assert.Equal(["create", "reset", "1", "3", "5", "7", "9"], rig.Analyzers[0].Calls);
        Assert.Equal(0, rig.Status.Skipped);
    }

    [Fact]
    public async Task Frames_ReceivedInABurstButTakenInTime_AreJudgedByTheirOwnTime()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers { MostPerSecond = 10 });
        await rig.StartAsync();
        await rig.AnalyseAsync();

        // Received late and one right after the other, but by their drift taken 0.1 and 0.2 s after it.
        var held = rig.Give(seconds: 0.25, drift: TimeSpan.FromSeconds(0.15));
        await rig.AnalysedAsync(held);
        var next = rig.Give(seconds: 0.01, drift: TimeSpan.FromSeconds(0.06));

        await rig.AnalysedAsync(next);
    }

    [Fact]
    public async Task Frames_AnalyserIsSlow_GetsTheNewestAndTheOthersAreSkips()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers());
        await StickAtTheFirstFrameAsync(rig);

        rig.Give();
        rig.Give();
        var newest = rig.Give();
        rig.Stuck.Set();
        await rig.AnalysedAsync(newest);

        Assert.Equal(["create", "reset", "1", "4"], rig.Analyzers[0].Calls);
        Assert.Equal(2, rig.Status.Skipped);
        Assert.Equal(300, rig.Status.TimeMs!.Value.Max);
    }

    [Fact]
    public async Task Grey_AnalyserNeedsIt_IsDemandedAndFramesWithoutOrRepeatedAreNotGiven()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers { NeedsGrey = true });
        await rig.StartAsync();
        Assert.True(rig.Frames.GreyWanted);

        rig.Give();
        rig.Give(grey: Grey, unchangedFor: TimeSpan.FromSeconds(0.1));
        await rig.AnalysedAsync(rig.Give(grey: Grey));

        Assert.Equal(["create", "reset", "3"], rig.Analyzers[0].Calls);
        rig.Worker.Dispose();
        Assert.False(rig.Frames.GreyWanted);
    }

    [Fact]
    public async Task Grey_AnalyserNeedsNone_IsNotDemandedAndARepeatedPictureIsGiven()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers());
        await rig.StartAsync();

        await rig.AnalysedAsync(rig.Give(unchangedFor: TimeSpan.FromSeconds(3)));

        Assert.False(rig.Frames.GreyWanted);
    }

    [Theory]
    [InlineData(1.5, null, 16, false)]
    [InlineData(1.6, null, 16, true)]
    [InlineData(5.0, 2.0, 16, false)]
    [InlineData(6.1, 2.0, 16, true)]
    [InlineData(0.1, null, 32, true)]
    public async Task Stream_IsInterruptedOrChangesItsSize_AnalyserForgets(double seconds, double? interval, int width, bool isReset)
    {
        using var rig = new AnalysisRig(new FakeAnalyzers());
        await rig.StartAsync();
        await rig.AnalyseAsync();

        await rig.AnalysedAsync(rig.Give(seconds, interval is { } known ? TimeSpan.FromSeconds(known) : null, width: width));

        Assert.Equal(isReset ? 2 : 1, rig.Analyzers[0].Calls.Count(call => call == "reset"));
    }

    [Fact]
    public async Task Camera_RepeatsOnePictureForLong_IsNoInterruption()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers { NeedsGrey = true });
        await rig.StartAsync();
        await rig.AnalysedAsync(rig.Give(grey: Grey));
        for (var i = 1; i <= 4; i++)
        {
            rig.Give(seconds: 1, grey: Grey, unchangedFor: TimeSpan.FromSeconds(i));
        }

        await rig.AnalysedAsync(rig.Give(grey: Grey));

        Assert.Equal(["create", "reset", "1", "6"], rig.Analyzers[0].Calls);
    }

    [Fact]
    public async Task Analyser_WasTooSlowForLong_ForgetsWhatWasBefore()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers());
        await StickAtTheFirstFrameAsync(rig);
        rig.Give(1);
        var newest = rig.Give(1);
        rig.Stuck.Set();
        await rig.AnalysedAsync(newest);

        Assert.Equal(["create", "reset", "1", "reset", "3"], rig.Analyzers[0].Calls);
    }

    [Fact]
    public async Task Camera_Stops_BoardIsEmptyAndNoResultOfItIsHeardAfterwards()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers());
        await rig.StartAsync();
        await rig.AnalyseAsync();
        rig.Analyzers[0].OnAnalyze = _ =>
        {
            rig.Stuck.Wait();
            return new SceneFinding(ScenePhase.Watching) { IsAlarm = true };
        };
        rig.Give();
        await rig.UntilAsync(() => rig.Analyzers[0].Calls.Contains("2"));

        rig.Frames.Clear();
        Assert.Empty(rig.Board.Newest);
        Assert.Null(rig.Status.LastSuccess);
        rig.Stuck.Set();
        await rig.UntilAsync(() => rig.Status.Analysed == 2);

        Assert.Empty(rig.Board.Newest);
        Assert.Null(rig.Status.LastSuccess);
        Assert.Equal((0, 1, 0), (rig.Statistics.Read().AnalysedFrames, rig.Statistics.Read().TotalAnalysedFrames, rig.Statistics.Read().TotalAnomalies));

        await rig.AnalyseAsync();
        Assert.Equal(["create", "reset", "1", "2", "reset", "3"], rig.Analyzers[0].Calls);
    }

    [Fact]
    public async Task Finding_None_IsASuccessWithoutAResult()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers { OnAnalyze = _ => null });
        await rig.StartAsync();

        rig.Give();
        await rig.UntilAsync(() => rig.Status.Analysed == 1);

        Assert.Empty(rig.Board.Newest);
        Assert.NotNull(rig.Status.LastSuccess);
    }

    [Fact]
    public async Task Statistics_SceneAndDetector_OnlyTheSceneCounts()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers(), new FakeAnalyzers("detector") { OnAnalyze = _ => new EdgeCctv.Core.Inference.Detection.DetectionFinding([]) });
        await rig.StartAsync();

        await rig.AnalyseAsync();
        rig.Analyzers[0].OnAnalyze = _ => new SceneFinding(ScenePhase.Watching) { IsAlarm = true };
        await rig.AnalyseAsync();

        Assert.Equal((2, 1), (rig.Statistics.Read().AnalysedFrames, rig.Statistics.Read().AnomaliesLast1k));
    }

    [Theory]
    [InlineData(10, null, 3)]
    [InlineData(10, 2.0, 6)]
    [InlineData(0.5, null, 6)]
    [InlineData(0.1, 20.0, 30)]
    public async Task Limit_PaceOrCameraIsSlow_IsThreeOfTheirIntervals(double most, double? interval, double seconds)
    {
        using var rig = new AnalysisRig(new FakeAnalyzers { MostPerSecond = most });
        await rig.StartAsync();

        rig.Give(interval: interval is { } known ? TimeSpan.FromSeconds(known) : null);

        Assert.Equal(TimeSpan.FromSeconds(seconds), rig.Status.Limit);
    }

    [Fact]
    public async Task Camera_GivesNoPictureForLong_AnalyserIsIdleUntilItDoes()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers());
        await rig.StartAsync();
        await rig.AnalyseAsync();
        rig.Pass(0.25);
        Assert.Equal(AnalyzerState.Running, rig.Status.State);

        rig.Pass(2);
        Assert.Equal(AnalyzerState.Idle, rig.Status.State);

        await rig.AnalyseAsync();
        Assert.Equal(AnalyzerState.Running, rig.Status.State);
    }
}
