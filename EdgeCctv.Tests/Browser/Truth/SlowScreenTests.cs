using EdgeCctv.Tests.Hosts;
using EdgeCctv.Tests.Measurements;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Browser.Truth;

/// <summary>A screen behind a slow network gets what is newest, never what has piled up, and says that it cannot keep up.</summary>
[Trait("Category", "Browser")]
[Collection(AloneGroup.Name)]
public sealed class SlowScreenTests(BrowserFixture browser, ITestOutputHelper output)
{
    private const int BytesPerSecond = 50_000;

    /// <summary>A picture's interval, its making, and what a busy machine adds.</summary>
    private const double Slack = 600;

    [RequiresLinuxFact]
    public Task Throttled_EachPictureWasTheNewestAndTheScreenSaysThatItCannotKeepUp() => PlayAsync(pictures: 4);

    [RequiresLinuxFact]
    [Trait("Category", "Full")]
    public Task ThrottledLonger_EachPictureWasTheNewestAndTheScreenSaysThatItCannotKeepUp() => PlayAsync(pictures: 60);

    private async Task PlayAsync(int pictures)
    {
        await using var console = await ConsoleProcess.StartAsync("demo:?strip=1&size=1280x720&fps=10&seed=7");
        await using var network = new TcpFaultProxy(console.Address.Port);
        await using var other = await browser.OpenAsync(console.Address);
        await using var slow = await browser.OpenAsync(new UriBuilder(console.Address) { Port = network.Port }.Uri);
        await other.LiveAsync();
        await slow.LiveAsync();
        var usual = (await other.NextPaintedAsync(5 * pictures)).Select(one => one.Age).ToList();

        network.Flow.BytesPerSecond = BytesPerSecond;
        await slow.StateAsync("screen-cannot-keep-up");
        var painted = await slow.NextPaintedAsync(pictures);
        var meanwhile = (await other.NextPaintedAsync(5 * pictures)).Select(one => one.Age).ToList();
        var words = await slow.Page.EvaluateAsync<string[]>("(since) => witness.words.filter((one) => one.at > since).map((one) => one.word)", painted[0].At);
        var skipped = (await console.StatusAsync()).GetProperty("screens").EnumerateArray().Last().GetProperty("skipped").GetInt64();
        network.Flow.Heal();
        await slow.LiveAsync();

        output.Report(new
        {
            Name = "One screen at 50 kB/s",
            Pictures = pictures,
            SlowAgeMs = new { P50 = Measure.Median(painted.Select(one => one.Age)), Max = painted.Max(one => one.Age) },
            OtherBeforeMs = new { P50 = Measure.Median(usual), P95 = Measure.Percentile(usual, 0.95) },
            OtherMeanwhileMs = new { P50 = Measure.Median(meanwhile), P95 = Measure.Percentile(meanwhile, 0.95) },
            skipped,
        });

        // The next sending begins when the last picture was painted, with what is newest then.
        Assert.All(painted.Zip(painted.Skip(1)), pair => Assert.True(
            pair.Second.At - pair.Second.Age >= pair.First.At - Slack, $"painted a picture that was {pair.First.At - (pair.Second.At - pair.Second.Age)} ms old when its sending began"));
        Assert.Empty(words);
        Assert.True(skipped > pictures);
        Assert.Empty(await slow.LiesAsync());
        Assert.Empty(await other.LiesAsync());
    }
}
