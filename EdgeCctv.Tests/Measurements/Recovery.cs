using EdgeCctv.Tests.Faults;
using EdgeCctv.Tests.Hosts;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>From a camera that answers again to a fresh picture, after cuts of 1 to 30 s.</summary>
[Trait("Category", "Measurement")]
[Collection(AloneGroup.Name)]
public sealed class Recovery(ITestOutputHelper output)
{
    private const int Cuts = 20;
    private const int Seed = 7;

    [RequiresLinuxFact]
    public async Task Rtsp_CutsOfOneToThirtySeconds()
    {
        await using var stage = await RtspStage.StartAsync();
        await RunAsync("RTSP", stage, stage.Refuse);
    }

    [RequiresLinuxFact]
    public async Task Mjpeg_CutsOfOneToThirtySeconds()
    {
        await using var stage = new MjpegStage();
        await RunAsync("MJPEG", stage, stage.Refuse);
    }

    private async Task RunAsync(string kind, ICameraStage stage, Action cut)
    {
        await using var console = await ConsoleProcess.StartAsync(stage.Locator);
        await console.StreamingAsync();
        var random = new Random(Seed);
        var recoveries = new List<(double Cut, double Seconds)>();
        for (var round = 0; round < Cuts; round++)
        {
            // As in life the camera ran for a while before: a run of 5 s counts as stable.
            await Measure.PassAsync(TimeSpan.FromSeconds(6));
            var length = 1 + (29 * random.NextDouble());
            cut();
            await Measure.PassAsync(TimeSpan.FromSeconds(length));
            stage.Mend();
            var began = TimeProvider.System.GetTimestamp();
            await Eventually.IsTrueAsync(
                async () => await console.StatusAsync() is var status
                    && status.GetProperty("streaming").GetBoolean() && status.GetProperty("camera_state").GetString() == "RUNNING",
                "a fresh picture again");
            recoveries.Add((length, TimeProvider.System.GetElapsedTime(began).TotalSeconds));
        }

        var seconds = recoveries.ConvertAll(one => one.Seconds);
        output.Report(new
        {
            Name = $"Recovery after cuts of 1 to 30 s, {kind}, s",
            Seed,
            Cuts,
            Median = Measure.Median(seconds),
            P95 = Measure.Percentile(seconds, 0.95),
            Max = seconds.Max(),
            Each = recoveries.Select(one => new { Cut = Math.Round(one.Cut, 1), Recovered = Math.Round(one.Seconds, 2) }),
        });
    }
}
