using EdgeCctv.Tests.Browser;
using EdgeCctv.Tests.Hosts;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>What opening a page costs its reader: time, things that move, bytes.</summary>
[Trait("Category", "Measurement")]
[Collection(AloneGroup.Name)]
public sealed class PageCost(BrowserFixture browser, ITestOutputHelper output)
{
    private const int Rounds = 3;

    // Learns the scene meanwhile, as it ships; whatever comes late has its time to move something.
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(10);

    [RequiresLinuxTheory]
    [MemberData(nameof(Pages.Paths), MemberType = typeof(Pages))]
    public async Task Open_ColdCache_FirstPaintLiveShiftsBytes(string path)
    {
        var data = Directory.CreateTempSubdirectory("edgecctv-data-");
        await using (var console = await ConsoleProcess.StartAsync(
            "demo:?size=1280x720&fps=15&seed=42", "--EdgeCctv:Analysis:Scene:Enabled=true", $"--EdgeCctv:DataFolder={data.FullName}"))
        {
            await ReportAsync(console, Pages.Find(path));
        }

        data.Delete(recursive: true);
    }

    private async Task ReportAsync(ConsoleProcess console, Pages page)
    {
        var loads = new List<PageLoad>();
        for (var round = 0; round <= Rounds; round++)
        {
            await using var screen = await PageLoad.OpenAsync(browser, new Uri(console.Address, page.Path), withWitness: false);
            await PageLoad.InUseAsync(screen, page);
            await Measure.PassAsync(Afterwards);
            loads.Add(await PageLoad.ReadAsync(screen));
        }

        // The first round is told by itself: it pays for the server's compilation of what it serves.
        var counted = loads.Skip(1).ToList();
        output.Report(new
        {
            Name = $"Opening {page.Path} with a cold cache, ms and bytes",
            FirstPaint = Measure.Median(counted.Select(load => load.FirstPaint ?? double.NaN)),
            FirstPaints = counted.Select(load => load.FirstPaint),
            FirstPaintOfTheFirst = loads[0].FirstPaint,
            Live = page.HasPicture ? Measure.Median(counted.Select(load => load.Live ?? double.NaN)) : (double?)null,
            Lives = counted.Select(load => load.Live),
            LiveOfTheFirst = loads[0].Live,
            Shift = Measure.Median(counted.Select(load => load.ShiftSum)),
            Shifts = loads.SelectMany(load => load.Shifts.Select(shift => shift.ToString())),
            Scripts = Sum(loads[0].Scripts),
            Styles = Sum(loads[0].Styles),
            Largest = loads[0].Scripts.Concat(loads[0].Styles).OrderByDescending(file => file.Transferred).Take(5).Select(file => $"{file.Path}: {file.Transferred} of {file.Decoded}"),
        });
    }

    private static object Sum(FetchedFile[] files) =>
        new { Files = files.Length, Transferred = files.Sum(file => file.Transferred), Decoded = files.Sum(file => file.Decoded) };
}
