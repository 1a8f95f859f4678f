using System.Globalization;
using EdgeCctv.Tests.Browser;
using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>What a kiosk's browser holds over a long time, 30 minutes unless <c>EDGECCTV_SOAK_MINUTES</c> says otherwise.</summary>
[Trait("Category", "Measurement")]
[Collection(AloneGroup.Name)]
public sealed class KioskSoak(BrowserFixture browser, ITestOutputHelper output)
{
    private static readonly double Minutes =
        double.TryParse(Environment.GetEnvironmentVariable("EDGECCTV_SOAK_MINUTES"), CultureInfo.InvariantCulture, out var minutes) ? minutes : 30;

    [RequiresLinuxFact]
    public async Task Kiosk_HeapAndDom()
    {
        await using var console = await ConsoleProcess.StartAsync("demo:?size=1280x720&fps=15&seed=42");

        // Without the witness, which keeps what it sees.
        await using var screen = await browser.OpenAsync(new Uri(console.Address, "kiosk"), withWitness: false);
        await screen.LiveAsync();
        var devTools = await screen.Page.Context.NewCDPSessionAsync(screen.Page);
        await devTools.SendAsync("Performance.enable");
        var samples = new List<object>();
        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromMinutes(Minutes);)
        {
            await Measure.PassAsync(TimeSpan.FromMinutes(1));
            samples.Add(await SampleAsync(devTools));
        }

        output.Report(new { Name = "Kiosk, demo 720p15: heap after collection in MB, nodes, listeners, once a minute", Minutes, Samples = samples });
    }

    private static async Task<object> SampleAsync(ICDPSession devTools)
    {
        await devTools.SendAsync("HeapProfiler.collectGarbage");
        var metrics = (await devTools.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
            .ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble());
        return new { Heap = Math.Round(metrics["JSHeapUsedSize"] / 1e6, 2), Nodes = metrics["Nodes"], Listeners = metrics["JSEventListeners"] };
    }
}
