using EdgeCctv.Tests.Browser;
using EdgeCctv.Tests.Hosts;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>What watching the scene costs a console that shows a camera's picture on one screen, and what it does to the picture.</summary>
[Trait("Category", "Measurement")]
[Collection(AloneGroup.Name)]
public sealed class AnalysisCost(BrowserFixture browser, ITestOutputHelper output)
{
    private const int FramesPerSecond = 30;
    private const int Rounds = 3;

    // Learning takes half a minute of it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>RTSP H.264 1280×720 at 30 fps, scored at 15 fps, beside the same console that does not analyse, one after the other in each round.</summary>
    [RequiresLinuxFact]
    public async Task Rtsp720p30_SceneScoredAt15_BesideNoAnalysis()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.YardAsync(1280, 720, FramesPerSecond, 5), FramesPerSecond);
        var (with, without) = (new List<Cost>(), new List<Cost>());
        for (var round = 0; round < Rounds; round++)
        {
            without.Add(await RunAsync(camera, isWatched: false));
            with.Add(await RunAsync(camera, isWatched: true));
        }

        output.Report(new
        {
            Name = "Scene scored at 15 fps beside no analysis, RTSP 720p30, one screen",
            MoreOfOneCore = Measure.Median(with.Zip(without, (one, other) => one.ShareOfOneCore - other.ShareOfOneCore)),
            RateRatio = Measure.Median(with.Zip(without, (one, other) => one.FramesPerSecond / other.FramesPerSecond)),
            With = with,
            Without = without,
        });
    }

    private async Task<Cost> RunAsync(RtspCamera camera, bool isWatched)
    {
        await using var console = await ConsoleProcess.StartAsync(
            camera.Locator, $"--EdgeCctv:Analysis:Scene:Enabled={isWatched}", "--EdgeCctv:Analysis:Scene:LearnFor=00:00:30");
        await using var screen = await browser.OpenAsync(console.Address);
        await screen.LiveAsync();
        var phase = await SettledAsync(console, isWatched);
        await Measure.PassAsync(Measure.WarmUp);

        var (cpu, frames, analysed) = (console.Process.CpuTime, await console.FramesAsync(), await AnalysedAsync(console));
        await Measure.PassAsync(Measure.Window);
        var seconds = Measure.Window.TotalSeconds;
        return new Cost(
            phase,
            (console.Process.CpuTime - cpu).TotalSeconds / seconds,
            (await console.FramesAsync() - frames) / seconds,
            (await AnalysedAsync(console) - analysed) / seconds);
    }

    // A clip of a few seconds, over and over, may not be enough to learn from: then what is measured is learning, and the report says so.
    private static async Task<string> SettledAsync(ConsoleProcess console, bool isWatched)
    {
        var began = TimeProvider.System.GetTimestamp();
        var phase = "off";
        while (isWatched && phase != "watching" && TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            await Measure.PassAsync(TimeSpan.FromSeconds(1));
            phase = (await console.StatusAsync()).GetProperty("scene").GetProperty("phase").GetString()!;
        }

        return phase;
    }

    private static async Task<double> AnalysedAsync(ConsoleProcess console) => (await console.StatusAsync()).GetProperty("analysed_frames").GetDouble();

    private sealed record Cost(string Phase, double ShareOfOneCore, double FramesPerSecond, double AnalysedPerSecond);
}
