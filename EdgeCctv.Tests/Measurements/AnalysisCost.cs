using System.Text.Json;
using EdgeCctv.Tests.Browser;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Tests.Inference.Detection;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>What watching the scene costs a console that shows a camera's picture on one screen, and what it does to the picture.</summary>
[Trait("Category", "Measurement")]
[Collection(AloneGroup.Name)]
public sealed class AnalysisCost(BrowserFixture browser, ITestOutputHelper output)
{
    private const int FramesPerSecond = 30;
    private const int Rounds = 3;

    // Longer than elsewhere: a frame more or less, which the clock decides, should not be seen in a ratio.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    // Learning takes half a minute of it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>RTSP H.264 1280×720 at 30 fps, scored at 15 fps, beside the same console that does not analyse.</summary>
    [RequiresLinuxFact]
    public Task Rtsp720p30_SceneScoredAt15_BesideNoAnalysis() =>
        BesideNoneAsync("Scene scored at 15 fps", "--EdgeCctv:Analysis:Scene:Enabled=true", "--EdgeCctv:Analysis:Scene:LearnFor=00:00:30");

    /// <summary>
    /// The same camera with a detector at 10 fps, and no scene analysis. The model is one of our own, or the one that EDGECCTV_DETECTOR names.
    /// </summary>
    [RequiresLinuxFact]
    public async Task Rtsp720p30_DetectorAt10_BesideNoAnalysis()
    {
        using var bench = new DetectorBench();
        var model = Environment.GetEnvironmentVariable("EDGECCTV_DETECTOR") is { Length: > 0 } file ? file : bench.Options(YoloXWork.Graph()).ModelFile;
        await BesideNoneAsync(
            $"Detector {Path.GetFileName(model)} at 10 fps", $"--EdgeCctv:Analysis:Detector:Model={model}", "--EdgeCctv:Analysis:Detector:PicturesPerSecond=10");
    }

    // One after the other in each round, so that whatever else the machine does falls on both.
    private async Task BesideNoneAsync(string name, params string[] options)
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.YardAsync(1280, 720, FramesPerSecond, 5), FramesPerSecond);
        var (with, without) = (new List<Cost>(), new List<Cost>());
        for (var round = 0; round < Rounds; round++)
        {
            without.Add(await RunAsync(camera, []));
            with.Add(await RunAsync(camera, options));
        }

        output.Report(new
        {
            Name = $"{name} beside no analysis, RTSP 720p30, one screen",
            MoreOfOneCore = Measure.Median(with.Zip(without, (one, other) => one.ShareOfOneCore - other.ShareOfOneCore)),
            RateRatio = Measure.Median(with.Zip(without, (one, other) => one.FramesPerSecond / other.FramesPerSecond)),
            With = with,
            Without = without,
        });
    }

    private async Task<Cost> RunAsync(RtspCamera camera, string[] options)
    {
        await using var console = await ConsoleProcess.StartAsync(camera.Locator, options);
        await using var screen = await browser.OpenAsync(console.Address);
        await screen.LiveAsync();
        var phase = await SettledAsync(console);
        await Measure.PassAsync(Measure.WarmUp);

        var (cpu, began) = (console.Process.CpuTime, TimeProvider.System.GetTimestamp());
        var (frames, analysed) = await CountsAsync(console);
        await Measure.PassAsync(Window);
        var (cpuAfter, seconds) = (console.Process.CpuTime, TimeProvider.System.GetElapsedTime(began).TotalSeconds);
        var (framesAfter, analysedAfter) = await CountsAsync(console);
        return new Cost(phase, (cpuAfter - cpu).TotalSeconds / seconds, (framesAfter - frames) / seconds, (analysedAfter - analysed) / seconds, await RunMsAsync(console));
    }

    // A clip of a few seconds, over and over, may not be enough to learn from: then what is measured is learning, and the report says so.
    private static async Task<string> SettledAsync(ConsoleProcess console)
    {
        var began = TimeProvider.System.GetTimestamp();
        string phase;
        do
        {
            await Measure.PassAsync(TimeSpan.FromSeconds(1));
            phase = (await console.StatusAsync()).GetProperty("scene").GetProperty("phase").GetString()!;
        }
        while (phase is not ("watching" or "off") && TimeProvider.System.GetElapsedTime(began) < Patience);

        return phase;
    }

    private static async Task<(double Frames, double Analysed)> CountsAsync(ConsoleProcess console)
    {
        var status = await console.StatusAsync();
        return (status.GetProperty("total_frames").GetDouble(), Analyzers(status).Sum(analyzer => analyzer.GetProperty("analysed").GetDouble()));
    }

    /// <summary>What half of an analyser's runs take at most; null without analysers.</summary>
    private static async Task<double?> RunMsAsync(ConsoleProcess console) =>
        Analyzers(await console.StatusAsync()).Select(analyzer => (double?)analyzer.GetProperty("time_ms").GetProperty("p50").GetDouble()).FirstOrDefault();

    private static JsonElement.ArrayEnumerator Analyzers(JsonElement status) => status.GetProperty("analysis").GetProperty("analyzers").EnumerateArray();

    private sealed record Cost(string Phase, double ShareOfOneCore, double FramesPerSecond, double AnalysedPerSecond, double? RunMs);
}
