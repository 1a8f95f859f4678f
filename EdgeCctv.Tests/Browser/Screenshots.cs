using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>
/// Makes the pictures of the README and of the documents from the running product: <c>./test.sh --filter Category=Screenshot</c>. Not
/// part of the usual run, since it writes into docs/images. Takes some minutes: what is to be seen is first learnt, and then has to happen.
/// </summary>
[Trait("Category", "Screenshot")]
[Collection(BrowserGroup.Name)]
public sealed class Screenshots(BrowserFixture browser)
{
    // A car drives in at 1:48.
    private const string Demo = "demo:?seed=3";

    private const float WithinMs = 300_000;

    // The frame of an alarm is at the picture's edge; anything drawn further in is the heat map.
    private const string ShowsHeat = """
        () => {
          const canvas = document.querySelector('[data-testid=overlay-canvas]');
          const [x, y] = [Math.round(canvas.width * .05), Math.round(canvas.height * .05)];
          return canvas.style.visibility !== 'hidden'
            && canvas.getContext('2d').getImageData(x, y, canvas.width - 2 * x, canvas.height - 2 * y).data.some((value, i) => i % 4 === 3 && value > 60);
        }
        """;

    [RequiresLinuxFact]
    public async Task Demo_LearntByItselfUntilItsFirstAlarm()
    {
        var data = Directory.CreateTempSubdirectory("edgecctv-data-");
        await using (var console = await ConsoleProcess.StartAsync(Demo, "--EdgeCctv:Analysis:Scene:Enabled=true", $"--EdgeCctv:DataFolder={data.FullName}"))
        {
            // Alone at first: a screen takes some of the machine, and the scene is learnt from all that comes.
            await LearntAsync(console);
            await ShootScreensAsync(console.Address);
            await ShootPagesAsync(console.Address);
        }

        data.Delete(recursive: true);
    }

    private async Task ShootScreensAsync(Uri address)
    {
        await using var screen = await browser.OpenAsync(address, ColorScheme.Light, 1440, 900, withWitness: false);
        await using var wall = await browser.OpenAsync(new Uri(address, "/kiosk"), width: 1280, height: 720, withWitness: false);
        await screen.LiveAsync();
        await Assertions.Expect(screen.Find("ai-state")).ToHaveAttributeAsync("data-state", "watching");
        await ShootAsync(screen, "console-light");

        await screen.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await AlarmAsync(screen);
        await ShootAsync(screen, "console-dark");
        await AlarmAsync(wall);
        await ShootAsync(wall, "kiosk");
        await screen.Page.SetViewportSizeAsync(390, 844);
        await AlarmAsync(screen);
        await ShootAsync(screen, "console-phone");
    }

    private async Task ShootPagesAsync(Uri address)
    {
        // Stays open: the page "System" tells of screens.
        await using var german = await browser.OpenAsync(address, ColorScheme.Light, 1440, 900, withWitness: false, locale: "de-AT", zone: "Europe/Vienna");
        await german.LiveAsync();
        await WatchedAsync(german);
        await Assertions.Expect(german.Find("proof-paint")).ToHaveAttributeAsync("data-state", "ok");
        await ShootAsync(german, "console-german");

        foreach (var name in (string[])["camera", "analysis", "system"])
        {
            await using var page = await browser.OpenAsync(new Uri(address, $"/{name}"), ColorScheme.Light, 1440, 900, withWitness: false);
            await PageLoad.InUseAsync(page, Pages.Find($"/{name}"));
            await WatchedAsync(page);
            await ShootAsync(page, name);
        }
    }

    private static Task WatchedAsync(ConsolePage screen) =>
        Assertions.Expect(screen.Find("alarm-line")).ToHaveAttributeAsync("data-state", "watching", new() { Timeout = WithinMs });

    private static async Task LearntAsync(ConsoleProcess console)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(WithinMs));
        while ((await console.StatusAsync()).GetProperty("scene").GetProperty("phase").GetString() != "watching")
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, limit.Token);
        }
    }

    private static async Task AlarmAsync(ConsolePage screen)
    {
        await Assertions.Expect(screen.Find("alarm-line")).ToHaveAttributeAsync("data-state", "alarm", new() { Timeout = WithinMs });
        await screen.Page.WaitForFunctionAsync(ShowsHeat, null, new() { Timeout = WithinMs });
    }

    private static async Task ShootAsync(ConsolePage screen, string name) =>
        await screen.Page.ScreenshotAsync(new() { Path = Path.Combine(SourceTree.Root, "docs", "images", $"{name}.png") });
}
