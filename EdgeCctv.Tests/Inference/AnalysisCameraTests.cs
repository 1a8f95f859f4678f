using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Demo;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeCctv.Tests.Inference;

/// <summary>A real camera, real time and a model that hangs: "AI stalled" within 3 s, and the picture keeps its rate.</summary>
[Trait("Category", "Fault")]
[Collection(AloneGroup.Name)]
public sealed class AnalysisCameraTests
{
    private const double Rate = 15;

    // A loaded machine may slow one of them; an analysis that slowed the picture would slow each.
    private const int Windows = 3;

    private static readonly TimeProvider Clock = TimeProvider.System;

    [RequiresLinuxFact]
    public async Task Analyze_HangsWhileTheCameraRuns_PictureKeepsItsRateAndTheStallIsKnownInTime()
    {
        using var stuck = new ManualResetEventSlim();
        var hungAt = new TaskCompletionSource<long>();
        var analyzer = new FakeAnalyzers
        {
            NeedsGrey = true,
            MostPerSecond = 10,
            OnAnalyze = _ =>
            {
                hungAt.TrySetResult(Clock.GetTimestamp());
                stuck.Wait();
                return null;
            },
        };
        var statistics = new StatisticsBoard(Clock);
        var intake = new AnalysisIntake(new AnalysisBoard(), statistics, Clock);
        var frames = new FrameBroadcaster([statistics, intake]);
        using var worker = new AnalysisWorker([analyzer], intake, frames, Freshness.Default, Clock, NullLogger<AnalysisWorker>.Instance);
        var stalledAt = new TaskCompletionSource<long>();
        worker.Changed += () => (worker.Status[0].State == AnalyzerState.Stalled ? stalledAt : new()).TrySetResult(Clock.GetTimestamp());
        var library = LibraryUnderTest.Create(Clock);
        await using var camera = new CameraLifecycleManager(
            new DemoBackend(library, Clock, NullLogger<DemoBackend>.Instance),
            frames,
            new FrameStamper(Clock),
            new FakeTuning(CameraSettings.Default),
            CaptureSettings.Default,
            Freshness.Default,
            new CameraLock(Clock),
            Clock,
            NullLogger<CameraLifecycleManager>.Instance);
        worker.Start();
        await camera.StartStreamAsync(Locators.Parse($"demo:?size=320x240&fps={Rate}&seed=7"));
        var hung = await hungAt.Task.WaitAsync(ChildProcess.Patience, Clock);

        var rates = new List<double>();
        do
        {
            rates.Add(await RateAsync(statistics));
        }
        while (rates[^1] < 0.95 * Rate && rates.Count < Windows);

        Assert.True(rates[^1] >= 0.95 * Rate, $"Pictures a second while the analysis hangs: {string.Join(", ", rates)}");
        Assert.InRange(Clock.GetElapsedTime(hung, await stalledAt.Task.WaitAsync(ChildProcess.Patience, Clock)).TotalSeconds, 2.2, 3);
        stuck.Set();
    }

    private static async Task<double> RateAsync(StatisticsBoard statistics)
    {
        var (began, before) = (Clock.GetTimestamp(), statistics.Read().TotalFrames);
        await Task.Delay(TimeSpan.FromSeconds(2), Clock);
        return (statistics.Read().TotalFrames - before) / Clock.GetElapsedTime(began).TotalSeconds;
    }
}
