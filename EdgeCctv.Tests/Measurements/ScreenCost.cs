using EdgeCctv.Tests.Browser;
using EdgeCctv.Tests.Hosts;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>What a screen costs the server, and how long a picture takes to get on it.</summary>
[Trait("Category", "Measurement")]
[Collection(AloneGroup.Name)]
public sealed class ScreenCost(BrowserFixture browser, ITestOutputHelper output)
{
    private const int Rounds = 5;

    // A closed page's circuit is kept for a while.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    /// <summary>Rendered into the picture's own strip, read back from the painted canvas; one clock, since it is one machine.</summary>
    [RequiresLinuxFact]
    public async Task Screen720p15_ReceiptToPaint()
    {
        await using var console = await ConsoleProcess.StartAsync("demo:?strip=1&size=1280x720&fps=15&seed=42");
        await using var screen = await browser.OpenAsync(console.Address);
        await screen.LiveAsync();
        await Measure.PassAsync(Measure.WarmUp);

        var ages = (await screen.NextPaintedAsync(600)).Select(picture => picture.Age).ToList();

        output.Report(new
        {
            Name = "Receipt to paint, one screen, 720p15, ms",
            P50 = Measure.Percentile(ages, 0.50),
            P95 = Measure.Percentile(ages, 0.95),
            Max = ages.Max(),
            Pictures = ages.Count,
        });
    }

    [RequiresLinuxFact]
    public async Task Screen720p15_FurtherScreen_PerFrame()
    {
        await using var console = await ConsoleProcess.StartAsync("demo:?size=1280x720&fps=15&seed=42");
        await using var first = await browser.OpenAsync(console.Address);
        await first.LiveAsync();
        var costs = new List<double>();
        var painted = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            double many;
            await using (var further = await FurtherScreens.OpenAsync(browser, console))
            {
                // Each round warms up with all of them, so that neither figure holds the opening of a page.
                await Measure.PassAsync(Measure.WarmUp);
                var before = await further.PaintedAsync();
                many = await Measure.CpuPerFrameAsync(console);
                painted.Add((await further.PaintedAsync() - before) / FurtherScreens.Count);
            }

            await Measure.PassAsync(Settling);
            costs.Add((many - await Measure.CpuPerFrameAsync(console)) / FurtherScreens.Count);
        }

        // The first round pays for the runtime's second compilation.
        var counted = costs.Skip(1).ToList();
        output.Report(new { Name = "CPU per frame and further circuit, 720p15", Ms = Measure.Median(counted), Rounds = counted, PaintedPerWindow = painted });
    }

    /// <summary>From the start of the process to the first live picture on a screen that keeps asking.</summary>
    [RequiresLinuxFact]
    public async Task Start_ToFirstLivePicture()
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var began = TimeProvider.System.GetTimestamp();
            await using var console = await ConsoleProcess.StartAsync("demo:");
            await using var screen = await browser.OpenAsync(console.Address);
            await screen.LiveAsync();
            times.Add(TimeProvider.System.GetElapsedTime(began).TotalSeconds);
        }

        output.Report(new { Name = "Start of the process to the first live picture in the browser, s", Median = Measure.Median(times), Rounds = times });
    }

    private sealed class FurtherScreens(IReadOnlyList<ConsolePage> pages) : IAsyncDisposable
    {
        public const int Count = 4;

        public static async Task<FurtherScreens> OpenAsync(BrowserFixture browser, ConsoleProcess console)
        {
            var pages = new List<ConsolePage>();
            for (var i = 0; i < Count; i++)
            {
                pages.Add(await browser.OpenAsync(console.Address));
                await pages[i].LiveAsync();
            }

            return new FurtherScreens(pages);
        }

        public async Task<double> PaintedAsync()
        {
            var painted = 0;
            foreach (var page in pages)
            {
                painted += (await page.PaintedAsync()).Length;
            }

            return painted;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var page in pages)
            {
                await page.DisposeAsync();
            }
        }
    }
}
