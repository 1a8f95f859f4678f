using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>
/// Makes the pictures of the README from the running product: <c>./test.sh --filter Category=Screenshot</c>. Not part of the usual run,
/// since it writes into docs/images.
/// </summary>
[Trait("Category", "Screenshot")]
[Collection(BrowserGroup.Name)]
public sealed class Screenshots(BrowserFixture browser)
{
    [RequiresLinuxTheory]
    [InlineData("console-dark", ColorScheme.Dark, 1366, 768)]
    [InlineData("console-light", ColorScheme.Light, 1366, 768)]
    [InlineData("console-phone", ColorScheme.Dark, 390, 844)]
    public async Task Console_DemoCamera(string name, ColorScheme scheme, int width, int height)
    {
        await using var console = await ConsoleProcess.StartAsync("demo:?seed=735323");
        await using var screen = await browser.OpenAsync(console.Address, scheme, width, height);
        await screen.LiveAsync();

        // Until the trend has something to show.
        await screen.NextPaintedAsync(200);

        await screen.Page.ScreenshotAsync(new() { Path = Path.Combine(SourceTree.Root, "docs", "images", $"{name}.png") });
    }
}
