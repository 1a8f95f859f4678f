using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Web.Configuration;

namespace EdgeCctv.Tests.Hosting;

/// <summary>What an operator sets reaches the real pictures of the whole program.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class TuningDemoTests
{
    private const int Pictures = 3;

    [RequiresLinuxFact]
    public async Task JpegQuality_SetWhileTheDemoRuns_MakesItsPicturesSmallerAndLargerWithoutAGap()
    {
        await using var console = await InProcessConsole.StartAsync("demo:?size=320x240&fps=20&seed=7", "--EdgeCctv:Analysis:Scene:Enabled=false");
        var camera = console.Service<CameraLifecycleManager>();
        await Eventually.IsTrueAsync(() => camera.GetState().State == CameraState.Running, "the demo runs");
        var since = camera.GetState().Since;
        var usual = await BytesAsync(console);

        Set(console, 15);
        var low = await BytesAsync(console);
        Set(console, null);
        var again = await BytesAsync(console);

        Assert.True(low < 0.6 * usual, $"{low} bytes at quality 15, {usual} at 80");
        Assert.InRange(again, 0.8 * usual, 1.2 * usual);
        Assert.Equal((CameraState.Running, since, 1), (camera.GetState().State, camera.GetState().Since, camera.GetState().Attempt));
    }

    private static void Set(InProcessConsole console, int? quality) =>
        console.Service<KeptTuning>().Change(console.Service<SourceBook>().Current, choices => choices with { JpegQuality = quality });

    // The mean of the next pictures after those that were under way.
    private static async Task<double> BytesAsync(InProcessConsole console)
    {
        var frames = console.Service<FrameBroadcaster>();
        var seen = new SortedDictionary<long, int>();
        var from = (frames.Newest?.Sequence ?? 0) + 2;
        await Eventually.IsTrueAsync(
            () =>
            {
                if (frames.Newest is { } frame && frame.Sequence > from)
                {
                    seen[frame.Sequence] = frame.Jpeg.Length;
                }

                return seen.Count >= Pictures;
            },
            "pictures");
        return seen.Values.Average();
    }
}
