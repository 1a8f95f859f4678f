using System.Runtime.CompilerServices;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>
/// What the worker adds to an analyser: processor time of the whole process per frame with the frames going through intake, lane, books
/// and board, beside the bare calls of the same analyser on the same frames. The analyser's work is fixed, some 6 ms of one core.
/// </summary>
[Trait("Category", "Measurement")]
public sealed class WorkerCost(ITestOutputHelper output)
{
    private const int Frames = 200;
    private const int Rounds = 7;
    private const double WorkMs = 6;

    private static readonly TimeProvider Clock = TimeProvider.System;

    [Fact]
    public async Task PerFrame_BesideTheBareCall()
    {
        var turns = Calibrate();
        var statistics = new StatisticsBoard(Clock);
        var board = new AnalysisBoard();
        var intake = new AnalysisIntake(board, statistics, Clock);
        var frames = new FrameBroadcaster([statistics, intake]);
        var analyzers = new FakeAnalyzers { OnAnalyze = _ => new SceneFinding(ScenePhase.Watching) { Score = Burn(turns) } };
        using var worker = new AnalysisWorker([analyzers], intake, frames, Freshness.Default, Clock, NullLogger<AnalysisWorker>.Instance);
        using var done = new SemaphoreSlim(0);
        board.Published += _ => done.Release();
        worker.Start();
        using var bare = analyzers.Create();
        var number = 0;
        var costs = new List<(double Bare, double Worker)>();
        for (var round = 0; round <= Rounds; round++)
        {
            costs.Add((
                await Measure.CpuAsync(Frames, () =>
                {
                    bare.Analyze(TestFrames.Frame(++number, Clock.GetTimestamp()));
                    return Task.CompletedTask;
                }),
                await Measure.CpuAsync(Frames, () =>
                {
                    frames.Publish(TestFrames.Frame(++number, Clock.GetTimestamp()));
                    return done.WaitAsync();
                })));
        }

        // The first round pays for the runtime's compilation.
        var counted = costs.Skip(1).ToList();
        output.Report(new
        {
            Name = "CPU per analysed frame, ms",
            Bare = Measure.Median(counted.Select(cost => cost.Bare)),
            Worker = Measure.Median(counted.Select(cost => cost.Worker)),
            Ratio = Measure.Median(counted.Select(cost => cost.Worker / cost.Bare)),
            Least = counted.Min(cost => cost.Worker / cost.Bare),
            Most = counted.Max(cost => cost.Worker / cost.Bare),
            Rounds,
            Frames,
        });
    }

    // As many turns as take about WorkMs here; the same for both sides.
    private static int Calibrate()
    {
        const int Try = 1_000_000;
        var times = Enumerable.Range(0, 200).Select(_ =>
        {
            var began = Clock.GetTimestamp();
            Burn(Try);
            return Clock.GetElapsedTime(began).TotalMilliseconds;
        });
        return (int)(Try * WorkMs / times.Min());
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Burn(int turns)
    {
        var value = 1f;
        for (var i = 0; i < turns; i++)
        {
            value = (value * 0.999f) + 0.001f;
        }

        return value;
    }
}
