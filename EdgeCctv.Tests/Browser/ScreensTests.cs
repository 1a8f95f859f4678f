using System.Text.Json;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Browser;

/// <summary>What the server knows of real screens.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class ScreensTests(BrowserFixture browser)
{
    [RequiresLinuxFact]
    public async Task TwoScreens_OneCut_StatusTellsWhatEachPaintsAndNothingIsSentToTheOneThatIsGone()
    {
        await using var console = await ConsoleProcess.StartAsync("demo:?strip=1&size=320x180&fps=10&seed=7");
        await using var network = new TcpFaultProxy(console.Address.Port);
        await using var stays = await browser.OpenAsync(console.Address);
        await stays.LiveAsync();
        await using var goes = await browser.OpenAsync(new UriBuilder(console.Address) { Port = network.Port }.Uri);
        await goes.LiveAsync();
        await goes.NextPaintedAsync(5);
        await UntilAsync(console, screens => screens.All(IsLive), "both live");
        var shown = await stays.FigureAsync("frame-sequence");
        Assert.InRange((await ScreensAsync(console))[0].GetProperty("sequence").GetDouble(), shown, shown + 60);
        Assert.Equal(2, (await console.StatusAsync()).GetProperty("readers").GetInt32());

        network.Refuse();
        network.Cut();
        await UntilAsync(console, screens => screens is [_, var gone] && !gone.GetProperty("connected").GetBoolean(), "the second one gone");
        var painted = (await ScreensAsync(console))[1].GetProperty("painted").GetInt64();
        await stays.NextPaintedAsync(20);
        Assert.Equal(painted, (await ScreensAsync(console))[1].GetProperty("painted").GetInt64());
        Assert.Equal(1, (await console.StatusAsync()).GetProperty("readers").GetInt32());

        network.Listen();
        await goes.LiveAsync();
        await UntilAsync(console, screens => screens.All(IsLive), "both live again");
    }

    private static bool IsLive(JsonElement screen) => screen.GetProperty("connected").GetBoolean() && screen.GetProperty("state").GetString() == "live";

    private static async Task<JsonElement[]> ScreensAsync(ConsoleProcess console) =>
        [.. (await console.StatusAsync()).GetProperty("screens").EnumerateArray()];

    private static Task UntilAsync(ConsoleProcess console, Func<JsonElement[], bool> condition, string what) =>
        Eventually.IsTrueAsync(async () => condition(await ScreensAsync(console)), what);
}
