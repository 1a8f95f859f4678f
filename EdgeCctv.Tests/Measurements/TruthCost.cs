using System.Globalization;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Components.Console;
using EdgeCctv.Web.Live;
using Microsoft.JSInterop;
using Microsoft.JSInterop.Infrastructure;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>
/// What the server pays per frame and screen for knowing what is painted: the whole call with its truth and its books, beside a call
/// that sends the bare picture and hears "done". Both go through the real interop with its JSON; the browser is a script that answers at once.
/// </summary>
[Trait("Category", "Measurement")]
public sealed class TruthCost(ITestOutputHelper output)
{
    private const int Frames = 20_000;
    private const int Rounds = 7;

    [Fact]
    public async Task PerFrameAndScreen_BesideABareCall()
    {
        var clock = TimeProvider.System;
        var browser = new AnsweringBrowser();
        var stage = await browser.InvokeAsync<IJSObjectReference>("createStage");
        var calls = new StageCalls(stage, new StageNews(new AnalysisBoard(), new ZoneSet(), TimeProvider.System), Freshness.Default, clock);
        using var screen = new Screen(new Screens(), clock);
        screen.Open(ScreenKind.Console, null);
        var board = new StatisticsBoard(clock);
        var frame = TestFrames.Frame(1, clock.GetTimestamp());
        var costs = new List<(double Bare, double Whole)>();
        for (var round = 0; round <= Rounds; round++)
        {
            costs.Add((
                await Measure.CpuAsync(Frames, () => stage.InvokeAsync<bool>("bare", CancellationToken.None, frame.Jpeg).AsTask()),
                await Measure.CpuAsync(Frames, async () =>
                {
                    screen.OnSent(frame.Sequence);
                    if (await calls.PaintAsync(frame, CancellationToken.None) is { } timing)
                    {
                        screen.OnPainted(frame.Sequence, timing);
                        board.OnPainted(timing);
                    }
                })));
        }

        // The first round pays for the runtime's compilation.
        var counted = costs.Skip(1).ToList();
        output.Report(new
        {
            Name = "Truth per frame and screen, server CPU, ms",
            Bare = Measure.Median(counted.Select(cost => cost.Bare)),
            Whole = Measure.Median(counted.Select(cost => cost.Whole)),
            Truth = Measure.Median(counted.Select(cost => cost.Whole - cost.Bare)),
            Rounds,
            Frames,
        });
    }

    /// <summary>The real interop, up to the wire; what would come back over it comes back at once.</summary>
    private sealed class AnsweringBrowser : JSRuntime
    {
        private long _answers;

        protected override void BeginInvokeJS(long taskId, string identifier, string? argsJson, JSCallResultType resultType, long targetInstanceId)
        {
            var result = identifier switch
            {
                "createStage" => """{"__jsObjectId":1}""",
                "bare" => "true",
                _ => string.Create(
                    CultureInfo.InvariantCulture, $$"""{"isPainted":true,"wayMs":1.25,"paintMs":3.5,"answer":{{++_answers}}}"""),
            };

            DotNetDispatcher.EndInvokeJS(this, $"[{taskId},true,{result}]");
        }

        protected override void EndInvokeDotNet(DotNetInvocationInfo invocationInfo, in DotNetInvocationResult invocationResult)
        {
        }

        // The picture's bytes go beside the JSON.
        protected override void SendByteArray(int id, byte[] data)
        {
        }
    }
}
