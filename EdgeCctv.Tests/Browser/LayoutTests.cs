using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>The console in both themes and three widths.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class LayoutTests(BrowserFixture browser, SharedConsole shared) : IClassFixture<SharedConsole>
{
    [RequiresLinuxTheory]
    [InlineData(1920, 1080)]
    [InlineData(1366, 768)]
    [InlineData(390, 844)]
    public async Task Open_AnyWidth_NothingRunsOutOfThePageAndThePictureIsTheLargestThing(int width, int height)
    {
        await using var screen = await browser.OpenAsync(shared.Console.Address, width: width, height: height);
        await screen.LiveAsync();

        Assert.True(await screen.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width);
        var picture = (await screen.Find("live-canvas").BoundingBoxAsync())!;
        Assert.True(picture.Width > 0.6 * width, $"the picture is {picture.Width} wide");
        Assert.True(picture.Y + picture.Height <= height, "the whole picture is on the first screen");
        foreach (var page in Pages.All)
        {
            await screen.GoAsync(page);
            Assert.True(await screen.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, page.Path);
        }

        Assert.Empty(await screen.Page.EvaluateAsync<string[]>("() => witness.errors"));
    }

    [RequiresLinuxFact]
    public async Task Theme_FollowsTheBrowserUntilChosenAndIsKept()
    {
        await using var screen = await browser.OpenAsync(shared.Console.Address, ColorScheme.Light);
        await screen.LiveAsync();
        var light = await GroundAsync(screen);

        await screen.Find("theme").SelectOptionAsync("contrast");
        var contrast = await GroundAsync(screen);
        await screen.Page.ReloadAsync();
        await screen.LiveAsync();

        Assert.NotEqual(light, contrast);
        Assert.Equal(contrast, await GroundAsync(screen));
        await Assertions.Expect(screen.Find("theme")).ToHaveValueAsync("contrast");

        await screen.Find("theme").SelectOptionAsync("");
        Assert.Equal(light, await GroundAsync(screen));
    }

    private static Task<string> GroundAsync(ConsolePage screen) =>
        screen.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
}
