using System.Text.Json;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Tests.Measurements;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Browser.Truth;

/// <summary>A page that the browser had put to sleep does not wake up with an old picture and the word LIVE over it.</summary>
[Trait("Category", "Browser")]
[Collection(MachineGroup.Name)]
public sealed class SuspendedPageTests(ITestOutputHelper output)
{
    private const string State = "document.querySelector('[data-testid=live-state]').dataset.state";

    private static readonly string Witness = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Browser", "witness.js"));

    [RequiresLinuxFact]
    public Task Suspended_ThenResumed_IsNotLiveUntilAFreshPictureIsPainted() => PlayAsync(rounds: 1, seconds: 4);

    // For a while shorter and for one longer than the server waits for a silent browser.
    [RequiresLinuxTheory]
    [Trait("Category", "Full")]
    [InlineData(50, 4)]
    [InlineData(3, 40)]
    public Task Suspended_ManyTimes_IsNotLiveUntilAFreshPictureIsPainted(int rounds, int seconds) => PlayAsync(rounds, seconds);

    private async Task PlayAsync(int rounds, int seconds)
    {
        await using var console = await ConsoleProcess.StartAsync("demo:?strip=1&size=320x180&fps=10&seed=7");
        await using var page = await DevToolsPage.OpenAsync(Witness, console.Address);
        var back = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            await page.UntilAsync($"{State} === 'live'");
            await page.SuspendAsync();
            await Measure.PassAsync(TimeSpan.FromSeconds(seconds));
            Assert.Equal("screen-suspended", (await page.EvaluateAsync(State)).GetString());
            await page.ResumeAsync();
            await page.ShowAsync();
            var resumed = TimeProvider.System.GetTimestamp();
            await page.UntilAsync($"{State} === 'live'");
            back.Add(TimeProvider.System.GetElapsedTime(resumed).TotalMilliseconds);
        }

        output.Report(new { Name = "Page suspended and resumed", Rounds = rounds, Seconds = seconds, BackMs = back });
        Assert.Equal("[]", (await page.EvaluateAsync("JSON.stringify(witness.lies)")).GetString());
        Assert.Equal(JsonValueKind.True, (await page.EvaluateAsync("witness.oldestLive > 0")).ValueKind);
    }
}
