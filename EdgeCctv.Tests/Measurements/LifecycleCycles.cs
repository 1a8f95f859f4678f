using EdgeCctv.Tests.Hosts;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>A thousand starts and stops over REST, and what they leave behind.</summary>
[Trait("Category", "Measurement")]
[Collection(AloneGroup.Name)]
public sealed class LifecycleCycles(ITestOutputHelper output)
{
    private const int Cycles = 1000;

    // They pay for what is loaded and compiled once, and for the size that the heaps settle at: seen to take some 250.
    private const int WarmUpCycles = 300;

    [RequiresLinuxFact]
    public async Task Demo_ThousandStartsAndStops_LeaveNothing() => await RunAsync("demo:?size=320x180&fps=15");

    [RequiresLinuxFact]
    public async Task Rtsp_ThousandStartsAndStops_LeaveNothing()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 15, 2), 15);
        await RunAsync(camera.Locator);
    }

    private async Task RunAsync(string source)
    {
        await using var console = await ConsoleProcess.StartAsync(source, "--EdgeCctv:Camera:AutoStart=false");
        for (var cycle = 0; cycle < WarmUpCycles; cycle++)
        {
            await PostAsync(console, "/start");
            await PostAsync(console, "/stop");
        }

        var before = Footprint.Of(console.Process.Id);
        var (starts, stops) = (new List<double>(), new List<double>());
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            starts.Add(await PostAsync(console, "/start"));
            stops.Add(await PostAsync(console, "/stop"));
        }

        // Threads of the pool end some time after their work.
        await Measure.PassAsync(TimeSpan.FromSeconds(30));
        output.Report(new
        {
            Name = "Starts and stops over REST",
            source,
            Cycles,
            StartToFirstFrameP50Ms = Measure.Percentile(starts, 0.50),
            StartToFirstFrameP95Ms = Measure.Percentile(starts, 0.95),
            StopP95Ms = Measure.Percentile(stops, 0.95),
            Before = before,
            After = Footprint.Of(console.Process.Id),
        });
    }

    private static async Task<double> PostAsync(ConsoleProcess console, string command)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var response = await console.Http.PostAsync(new Uri(command, UriKind.Relative), content: null);
        response.EnsureSuccessStatusCode();
        return TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
    }
}
