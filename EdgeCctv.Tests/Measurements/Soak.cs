using System.Globalization;
using EdgeCctv.Tests.Hosts;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>Memory over a long time, 30 minutes unless <c>EDGECCTV_SOAK_MINUTES</c> says otherwise.</summary>
[Trait("Category", "Measurement")]
[Collection(AloneGroup.Name)]
public sealed class Soak(ITestOutputHelper output)
{
    private static readonly double Minutes =
        double.TryParse(Environment.GetEnvironmentVariable("EDGECCTV_SOAK_MINUTES"), CultureInfo.InvariantCulture, out var minutes) ? minutes : 30;

    [RequiresLinuxFact]
    public async Task Demo720p30_OneReader_Memory()
    {
        await using var console = await ConsoleProcess.StartWithWitnessAsync("demo:?size=1280x720&fps=30&seed=42");
        await console.StreamingAsync();
        await using var reader = new LiveDrain(console);
        var track = new MemoryTrack(console);
        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromMinutes(Minutes);)
        {
            await Measure.PassAsync(TimeSpan.FromSeconds(10));
            track.Sample();
        }

        output.Report(new
        {
            Name = "Soak, demo 720p30, one /live reader, MB",
            Minutes,
            ResidentPerHour = track.SlopePerHour(sample => sample.Resident),
            HeapPerHour = track.SlopePerHour(sample => sample.Heap),
            LargeObjectsPerHour = track.SlopePerHour(sample => sample.LargeObjects),
            track.Samples,
        });
    }
}
