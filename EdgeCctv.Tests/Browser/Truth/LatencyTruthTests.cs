using EdgeCctv.Tests.Hosts;
using EdgeCctv.Tests.Measurements;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Browser.Truth;

/// <summary>The latency that the console states is the one that the painted pictures have.</summary>
[Trait("Category", "Browser")]
[Collection(AloneGroup.Name)]
public sealed class LatencyTruthTests(BrowserFixture browser, ITestOutputHelper output)
{
    private const double Tolerance = 20;

    [RequiresLinuxFact]
    public Task Stated_AndReadFromTheStrip_AreTheSameWithin20Ms() => CompareAsync("demo:?strip=1&size=1280x720&fps=10&seed=7");

    [RequiresLinuxFact]
    [Trait("Category", "Full")]
    public Task Stated_SmallPicture_IsTheSameWithin20Ms() => CompareAsync("demo:?strip=1&size=320x180&fps=15&seed=7");

    private async Task CompareAsync(string source)
    {
        // Both sides hold the same pictures, as long as it all takes less than the minute that the statistics look back.
        await using var console = await ConsoleProcess.StartAsync(source);
        await using var screen = await browser.OpenAsync(console.Address);
        await screen.LiveAsync();
        await screen.NextPaintedAsync(100);

        var stated = (await console.StatusAsync()).GetProperty("latency_ms");
        var (p50, p95) = (stated.GetProperty("p50").GetDouble(), stated.GetProperty("p95").GetDouble());
        var read = (await screen.PaintedAsync()).Select(picture => picture.Age).ToList();

        output.Report(new { Name = "Latency stated and read", source, p50, p95, ReadP50 = Measure.Median(read), ReadP95 = Measure.Percentile(read, 0.95), read.Count });
        Assert.InRange(p50 - Measure.Median(read), -Tolerance, Tolerance);
        Assert.InRange(p95 - Measure.Percentile(read, 0.95), -Tolerance, Tolerance);
    }
}
