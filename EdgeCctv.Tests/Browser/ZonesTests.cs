using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Web.Zones;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>Zones drawn on the picture with the mouse are where the operator saw them, whatever the shape of picture and page.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class ZonesTests(BrowserFixture browser)
{
    private static readonly ZonePoint[] Drawn = [new(.25, .3), new(.75, .3), new(.7, .8), new(.02, .97)];

    // The picture is 4:3, its frame on the console 16:9: there are bars at its sides.
    [RequiresLinuxFact]
    public async Task Draw_ByMouseOverKnownPlaces_IsStoredThereAndACornerCanBeDragged()
    {
        await using var console = await InProcessConsole.StartAsync("demo:?size=320x240&fps=10&seed=7");
        await using var screen = await browser.OpenAsync(new Uri(console.Address, "/analysis"));
        await screen.LiveAsync();
        await AssertOverlayIsOnThePictureAsync(screen);
        await screen.Find("tab-zones").ClickAsync();

        await screen.Find("zone-draw").ClickAsync();
        await Assertions.Expect(screen.Find("zone-layer")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("is-drawing"));
        await SaysAsync(screen, "Click or tap the first corner");
        await ClickAsync(screen, new(.5, .05));
        await SaysAsync(screen, "Next corner");
        await screen.Page.Keyboard.PressAsync("Backspace");
        await SaysAsync(screen, "Click or tap the first corner");
        await ClickAsync(screen, new(.5, .05));
        await screen.Find("zone-back").ClickAsync();
        await SaysAsync(screen, "Click or tap the first corner");
        foreach (var corner in Drawn)
        {
            await ClickAsync(screen, corner);
        }

        await SaysAsync(screen, "Next corner, or the first one to close");

        await ClickAsync(screen, Drawn[0]);
        await AssertStoredAsync(console, Drawn);

        await Assertions.Expect(screen.Page.Locator(".zone-corner")).ToHaveCountAsync(4);
        var (from, to) = (await PixelAsync(screen, Drawn[1]), await PixelAsync(screen, new(.9, .1)));
        await screen.Page.Mouse.MoveAsync(from.X, from.Y);
        await screen.Page.Mouse.DownAsync();
        await screen.Page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 3 });
        await screen.Page.Mouse.UpAsync();
        await AssertStoredAsync(console, [Drawn[0], new(.9, .1), Drawn[2], Drawn[3]]);

        await screen.Page.Locator(".zone-corner").Nth(1).FocusAsync();
        await screen.Page.Keyboard.PressAsync("Shift+ArrowLeft");
        await AssertStoredAsync(console, [Drawn[0], new(.875, .1), Drawn[2], Drawn[3]]);

        // On a telephone the same zone is at the same place of the picture.
        await screen.Page.SetViewportSizeAsync(390, 844);
        await AssertOverlayIsOnThePictureAsync(screen);
        var handle = (await screen.Page.Locator(".zone-corner").Nth(2).BoundingBoxAsync())!;
        var expected = await PixelAsync(screen, Drawn[2]);
        Assert.Equal(expected.X, handle.X + (handle.Width / 2), 1.5);
        Assert.Equal(expected.Y, handle.Y + (handle.Height / 2), 1.5);
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>("() => witness.errors"));

        await screen.Page.GotoAsync(new Uri(console.Address, "kiosk").ToString());
        await screen.LiveAsync();
        await AssertOverlayIsOnThePictureAsync(screen);
    }

    [RequiresLinuxFact]
    public async Task Draw_InAGermanBrowser_IsExplainedInGerman()
    {
        await using var console = await InProcessConsole.StartAsync("demo:?size=320x240&fps=10&seed=7");
        console.Service<ZoneBook>().Add(console.Service<ZoneFollower>().Camera, ZoneKind.Name, Drawn);
        await using var screen = await browser.OpenAsync(new Uri(console.Address, "/analysis"), locale: "de-DE");
        await screen.LiveAsync();
        await screen.Find("tab-zones").ClickAsync();

        await screen.Page.Locator(".zone-open").ClickAsync();
        await Assertions.Expect(screen.Page.Locator(".zone-corner").First).ToHaveAttributeAsync("aria-label", "Ecke 1 von Zone 1; Pfeiltasten bewegen sie");
        await screen.Find("zone-delete").ClickAsync();
        await Assertions.Expect(screen.Find("toast")).ToContainTextAsync("Zone „Zone 1“ gelöscht.");
        await screen.Find("toast-action").ClickAsync();
        await AssertStoredAsync(console, Drawn);

        await screen.Find("zone-draw").ClickAsync();
        await SaysAsync(screen, "Erste Ecke anklicken oder antippen");
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>("() => witness.errors"));
    }

    // On the picture, where the operator looks.
    private static Task SaysAsync(ConsolePage screen, string hint) => Assertions.Expect(screen.Page.Locator(".zone-hint")).ToHaveTextAsync(hint);

    private static async Task AssertStoredAsync(InProcessConsole console, ZonePoint[] corners)
    {
        var book = console.Service<ZoneBook>();
        var camera = console.Service<ZoneFollower>().Camera;
        await Eventually.IsTrueAsync(() => Task.FromResult(book.Of(camera) is [var zone] && IsThere(zone)), $"a zone at {string.Join(' ', corners)}");
        Assert.Equal(book.Of(camera), console.Service<ZoneSet>().Zones);

        bool IsThere(Zone zone) => zone.Corners.Count == corners.Length
            && zone.Corners.Zip(corners).All(pair => Math.Abs(pair.First.X - pair.Second.X) < .01 && Math.Abs(pair.First.Y - pair.Second.Y) < .01);
    }

    private static async Task AssertOverlayIsOnThePictureAsync(ConsolePage screen)
    {
        var picture = await PictureAsync(screen);
        var overlay = (await screen.Find("overlay-canvas").BoundingBoxAsync())!;
        Assert.Equal(picture.X, overlay.X, 1.5);
        Assert.Equal(picture.Y, overlay.Y, 1.5);
        Assert.Equal(picture.Width, overlay.Width, 1.5);
        Assert.Equal(picture.Height, overlay.Height, 1.5);
    }

    private static async Task ClickAsync(ConsolePage screen, ZonePoint share)
    {
        var (x, y) = await PixelAsync(screen, share);
        await screen.Page.Mouse.ClickAsync(x, y);
    }

    private static async Task<(float X, float Y)> PixelAsync(ConsolePage screen, ZonePoint share)
    {
        var picture = await PictureAsync(screen);
        return ((float)(picture.X + (share.X * picture.Width)), (float)(picture.Y + (share.Y * picture.Height)));
    }

    // What "object-fit: contain" makes of the 4:3 picture in the box of its canvas.
    private static async Task<(double X, double Y, double Width, double Height)> PictureAsync(ConsolePage screen)
    {
        var box = (await screen.Find("live-canvas").BoundingBoxAsync())!;
        var width = Math.Min(box.Width, box.Height * 4 / 3);
        var height = width * 3 / 4;
        return (box.X + ((box.Width - width) / 2), box.Y + ((box.Height - height) / 2), width, height);
    }
}
