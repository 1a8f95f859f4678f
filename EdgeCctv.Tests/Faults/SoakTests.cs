using EdgeCctv.Tests.Hosts;
using EdgeCctv.Tests.Measurements;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Faults;

/// <summary>Memory while the camera starts and stops and readers come and go. Hours of it are a measurement; this finds what grows fast.</summary>
[Trait("Category", "Fault")]
[Collection(MachineGroup.Name)]
public sealed class SoakTests(ITestOutputHelper output)
{
    /// <summary>How long memory may settle, and is then watched.</summary>
    private static readonly TimeSpan Half = TimeSpan.FromSeconds(15);

    /// <summary>Between the two halves. Frames that are kept for ever are 20 MB in one of them; the collector's ups and downs stay below.</summary>
    private const double MostHeapGrowthMegabytes = 10;

    /// <summary>The same for what else the process holds, the native libraries' memory included, which the system gives back late.</summary>
    private const double MostResidentGrowthMegabytes = 24;

    private const double MostLargeObjectGrowthMegabytes = 8;

    [RequiresLinuxFact]
    public async Task Churn_HalfAMinute_MemoryStays()
    {
        await using var console = await ConsoleProcess.StartWithWitnessAsync("demo:?size=1280x720&fps=30&seed=42");
        await console.StreamingAsync();
        var settled = await ChurnAsync(console);

        var after = await ChurnAsync(console);

        output.Report(new { Name = "Memory under churn, MB", Settled = settled, After = after });
        Assert.InRange(after.Heap - settled.Heap, double.NegativeInfinity, MostHeapGrowthMegabytes);
        Assert.InRange(after.Resident - settled.Resident, double.NegativeInfinity, MostResidentGrowthMegabytes);
        Assert.InRange(after.LargeObjects - settled.LargeObjects, double.NegativeInfinity, MostLargeObjectGrowthMegabytes);
    }

    // The highest of the second half of the time.
    private static async Task<MemorySample> ChurnAsync(ConsoleProcess console)
    {
        var track = new MemoryTrack(console);
        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < Half;)
        {
            var reader = await LiveReader.OpenAsync(console);
            await reader.ReadAsync(10);
            await reader.DisposeAsync();
            foreach (var command in (string[])["/stop", "/start"])
            {
                using var response = await console.Http.PostAsync(new Uri(command, UriKind.Relative), content: null);
                response.EnsureSuccessStatusCode();
            }

            await console.StreamingAsync();
            track.Sample();
        }

        var later = track.Samples.Skip(track.Samples.Count / 2).ToList();
        return new MemorySample(later[^1].Seconds, later.Max(one => one.Resident), later.Max(one => one.Heap), later.Max(one => one.LargeObjects));
    }
}
