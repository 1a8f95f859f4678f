using EdgeCctv.Tests.Hosts;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>What a frame costs, as processor time of the whole process.</summary>
[Trait("Category", "Measurement")]
[Collection(AloneGroup.Name)]
public sealed class CaptureCost(ITestOutputHelper output)
{
    private const int FramesPerSecond = 30;
    private const int Rounds = 5;

    /// <summary>RTSP H.264 1280×720 at 30 fps with one reader, beside the bare pipeline that decodes and encodes the same.</summary>
    [RequiresLinuxFact]
    public async Task Rtsp720p30_OneReader_BesideTheBarePipeline()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.YardAsync(1280, 720, FramesPerSecond, 5), FramesPerSecond);
        await using var console = await ConsoleProcess.StartAsync(camera.Locator);
        await console.StreamingAsync();
        await using var reader = new LiveDrain(console);
        await using var bare = Bare(camera.Locator);
        await Measure.PassAsync(Measure.WarmUp);

        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            // Both at the same time, so that whatever else the machine does falls on both.
            var cpu = bare.CpuTime;
            ours.Add(await Measure.CpuPerFrameAsync(console));
            theirs.Add((bare.CpuTime - cpu).TotalMilliseconds / (FramesPerSecond * Measure.Window.TotalSeconds));
        }

        output.Report(new
        {
            Name = "CPU per frame, RTSP 720p30, one /live reader",
            OursMs = Measure.Median(ours),
            BareMs = Measure.Median(theirs),
            Ratio = Measure.Median(ours.Zip(theirs, (mine, other) => mine / other)),
            Ratios = ours.Zip(theirs, (mine, other) => Math.Round(mine / other, 3)),
        });
    }

    [RequiresLinuxFact]
    public async Task Demo720p30_NobodyWatches_ShareOfOneCore()
    {
        await using var console = await ConsoleProcess.StartAsync("demo:?size=1280x720&fps=30&seed=42");
        await console.StreamingAsync();
        await Measure.PassAsync(Measure.WarmUp);

        var shares = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            shares.Add(await Measure.CpuPerFrameAsync(console) * FramesPerSecond / 1000);
        }

        output.Report(new { Name = "Share of one core, demo 720p30 with its JPEG encoding", Share = Measure.Median(shares), Shares = shares });
    }

    private static ChildProcess Bare(string locator) => new(
        "gst-launch-1.0",
        $"-q rtspsrc location={locator} protocols=tcp latency=100 ! decodebin ! videoconvert ! jpegenc quality=80 ! fakesink sync=false".Split(' '));
}
