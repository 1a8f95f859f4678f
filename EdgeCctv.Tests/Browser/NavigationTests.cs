using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>From page to page within one circuit.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class NavigationTests(BrowserFixture browser, SharedConsole shared) : IClassFixture<SharedConsole>
{
    [RequiresLinuxFact]
    public async Task Go_BetweenPagesWithThePicture_ItStaysLiveOnTheSameScreen()
    {
        await using var screen = await browser.OpenAsync(shared.Console.Address);
        await screen.LiveAsync();
        var number = Assert.Single(await ScreensAsync());
        var veils = (await screen.VeilChangesAsync()).Length;

        foreach (var page in Pages.All.Where(page => page.HasPicture))
        {
            await screen.GoAsync(page);
            await Assertions.Expect(screen.Page.Locator("nav a.active")).ToHaveAttributeAsync("href", page.Path.TrimStart('/'));
        }

        await screen.NextPaintedAsync(3);
        Assert.Equal(veils, (await screen.VeilChangesAsync()).Length);
        Assert.Equal(number, Assert.Single(await ScreensAsync()));
    }

    [RequiresLinuxFact]
    public async Task Go_ToAPageWithoutThePictureAndBack_NoScreenIsWaitedForMeanwhile()
    {
        await using var screen = await browser.OpenAsync(shared.Console.Address);
        await screen.LiveAsync();
        var number = Assert.Single(await ScreensAsync());

        await screen.GoAsync(Pages.System);
        Assert.Empty(await ScreensAsync());
        await Assertions.Expect(screen.Find("proof-paint")).ToHaveAttributeAsync("data-state", "off");
        await Assertions.Expect(screen.Find("camera-state")).ToHaveAttributeAsync("data-state", "running");

        await screen.GoAsync(Pages.Console);
        Assert.NotEqual(number, Assert.Single(await ScreensAsync()));
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>("() => witness.errors"));
    }

    private async Task<long[]> ScreensAsync() =>
        [.. (await shared.Console.StatusAsync()).GetProperty("screens").EnumerateArray().Where(one => one.GetProperty("connected").GetBoolean()).Select(one => one.GetProperty("number").GetInt64())];
}
