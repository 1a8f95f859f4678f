using System.Text.RegularExpressions;
using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>The page for an unattended screen, in a real browser.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed partial class KioskTests(BrowserFixture browser, SharedConsole shared) : IClassFixture<SharedConsole>
{
    private const string SmallDemo = "demo:?strip=1&size=320x180&fps=10&seed=7";

    // Where the picture is painted within its box, as "object-fit: contain" places it.
    private const string PaintedBox = """
        () => {
          const canvas = document.querySelector('[data-testid=live-canvas]');
          const box = canvas.getBoundingClientRect();
          const scale = Math.min(box.width / canvas.width, box.height / canvas.height);
          const [width, height] = [canvas.width * scale, canvas.height * scale];
          return { left: box.left + (box.width - width) / 2, top: box.top + (box.height - height) / 2, width, height, fit: getComputedStyle(canvas).objectFit };
        }
        """;

    // What stands beside the picture, shifted to the four ends of its path: whatever covers the picture or leaves the screen.
    private const string Intruders = """
        () => {
          const kiosk = document.querySelector('.kiosk');
          const frame = document.querySelector('.picture-frame').getBoundingClientRect();
          const found = [];
          for (const [x, y] of [[-8, -4], [8, -4], [-8, 4], [8, 4]]) {
            kiosk.style.setProperty('--shift-x', `${x}px`);
            kiosk.style.setProperty('--shift-y', `${y}px`);
            for (const part of document.querySelectorAll('.live-state, .live-figures, .alarm-line > *, .kiosk-side > *')) {
              const box = part.getBoundingClientRect();
              const covers = box.bottom > frame.top + 0.5 && box.top < frame.bottom - 0.5;
              const leaves = box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight;
              if (box.height > 0 && (covers || leaves)) found.push(`${part.className} at ${x},${y}: ${JSON.stringify(box)}`);
            }
          }
          return found;
        }
        """;

    [RequiresLinuxTheory]
    [InlineData(1920, 1080)]
    [InlineData(1080, 1920)]
    [InlineData(1024, 768)]
    public async Task Open_AnyScreen_PictureIsWholeAndItsStateIsLarge(int width, int height)
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo, "--EdgeCctv:Kiosk:Title=Yard, north gate and the parking lot");
        await using var screen = await browser.OpenAsync(Kiosk(console), width: width, height: height);
        await screen.LiveAsync();

        var picture = await screen.Page.EvaluateAsync<Painted>(PaintedBox);
        Assert.Equal("contain", picture.Fit);
        Assert.InRange(picture.Left, 0, width - picture.Width);
        Assert.InRange(picture.Top, 0, height - picture.Height);
        // What stands above and below it, state, clock and the room for an alarm, takes the rest.
        Assert.True(picture.Width > 0.8 * width, $"the picture is {picture.Width} wide");
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>(Intruders));
        Assert.True(await HeightAsync(screen, ".live-word") >= 0.06 * height);
        Assert.Equal("LIVE", await screen.Page.Locator(".live-word").InnerTextAsync());

        await console.Http.PostAsync("/stop", null);
        await screen.StateAsync("stopped-by-operator");
        Assert.Equal(picture, await screen.Page.EvaluateAsync<Painted>(PaintedBox));
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>(Intruders));
        Assert.True(await HeightAsync(screen, ".veil-headline") >= 0.06 * height);
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>("() => witness.errors"));
    }

    [RequiresLinuxFact]
    public async Task Open_NothingCanBeClickedSelectedScrolledOrFocused()
    {
        await using var screen = await browser.OpenAsync(Kiosk(shared.Console));
        await screen.LiveAsync();

        // What the console offers on the veil is not offered here, even when the stage would.
        await screen.Page.EvaluateAsync("() => { document.querySelector('.veil').hidden = document.querySelector('.veil-action').hidden = false; }");
        Assert.Equal(0, await screen.Page.Locator("a, button, input, select, textarea, [tabindex], [onclick]").Filter(new() { Visible = true }).CountAsync());
        for (var i = 0; i < 3; i++)
        {
            await screen.Page.Keyboard.PressAsync("Tab");
            Assert.Equal("BODY", await screen.Page.EvaluateAsync<string>("() => document.activeElement.tagName"));
        }

        Assert.Equal(["none"], await screen.Page.EvaluateAsync<string[]>(
            "() => [...new Set([...document.querySelectorAll('html, html *')].map((e) => getComputedStyle(e).cursor))]"));
        Assert.Equal("none", await screen.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.live-word')).userSelect"));
        Assert.True(await screen.Page.EvaluateAsync<bool>("() => document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth"));
        Assert.False(await screen.Page.EvaluateAsync<bool>("() => document.querySelector('.veil').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }))"));
        Assert.True(await screen.Find("kiosk-demo").IsVisibleAsync());
    }

    [RequiresLinuxFact]
    public async Task Clock_AMinuteOn_TellsItAndEverythingFixedIsShiftedByAStep()
    {
        await using var screen = await browser.OpenAsync(Kiosk(shared.Console));
        await screen.LiveAsync();
        await screen.Page.EvaluateAsync("() => { document.querySelector('.kiosk').dataset.wakeLock = 'unavailable'; }");
        var first = await screen.Find("kiosk-time").InnerTextAsync();
        Assert.Matches(TimeOfDay(), first);
        await Eventually.IsTrueAsync(async () => await screen.Find("kiosk-time").InnerTextAsync() != first, "another second");

        await screen.Page.Clock.SetFixedTimeAsync(new DateTime(2027, 1, 2, 13, 14, 15, DateTimeKind.Local));
        await Assertions.Expect(screen.Find("kiosk-time")).ToHaveTextAsync("13:14:15");
        var before = await ShiftAsync(screen);
        await screen.Page.Clock.SetFixedTimeAsync(new DateTime(2027, 1, 2, 13, 15, 15, DateTimeKind.Local));
        await Assertions.Expect(screen.Find("kiosk-time")).ToHaveTextAsync("13:15:15");
        var after = await ShiftAsync(screen);

        Assert.Equal(2, Math.Abs(after.X - before.X) + Math.Abs(after.Y - before.Y));
        Assert.Equal(await screen.Find("kiosk").GetAttributeAsync("data-shift"), $"{after.X},{after.Y}");
    }

    [RequiresLinuxFact]
    public async Task SiteDataBlocked_EverythingOfItStillWorks()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo, "--EdgeCctv:Kiosk:Sound=true");
        await using var screen = await browser.OpenAsync(new Uri("about:blank"), withWorker: false);
        await screen.Page.AddInitScriptAsync("""
            for (const name of ['sessionStorage', 'localStorage']) {
              Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });
            }
            """);
        await screen.Page.GotoAsync(Kiosk(console).ToString());
        await screen.LiveAsync();

        await Assertions.Expect(screen.Find("kiosk-time")).ToHaveTextAsync(TimeOfDay());
        await Assertions.Expect(screen.Find("kiosk")).ToHaveAttributeAsync("data-wake-lock", "held");
        Assert.NotNull(await screen.Find("kiosk").GetAttributeAsync("data-shift"));
        Assert.Equal("", await screen.Page.EvaluateAsync<string?>("() => document.documentElement.dataset.theme"));

        await console.Http.PostAsync("/stop", null);
        await screen.StateAsync("stopped-by-operator");
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>("() => witness.errors"));
    }

    [RequiresLinuxFact]
    public async Task PinchedByTwoFingers_PictureStaysWhole()
    {
        await using var screen = await browser.OpenAsync(Kiosk(shared.Console));
        await screen.LiveAsync();
        var tools = await screen.Page.Context.NewCDPSessionAsync(screen.Page);

        await tools.SendAsync("Input.synthesizePinchGesture", new() { ["x"] = 640, ["y"] = 400, ["scaleFactor"] = 3, ["gestureSourceType"] = "touch" });

        Assert.Equal(1, await screen.Page.EvaluateAsync<double>("() => visualViewport.scale"));
        Assert.Equal("none", await screen.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).overscrollBehavior"));
    }

    [RequiresLinuxFact]
    public async Task ShiftAt_AllSteps_GoesByTwoPixelsThroughTheWholeBoxAndNowhereElse()
    {
        await using var screen = await browser.OpenAsync(new Uri(shared.Console.Address, "/offline/offline.css"));

        var path = await screen.Page.EvaluateAsync<int[][]>(
            "async () => { const { shiftAt } = await import('/js/kiosk/burn-in.js'); return Array.from({ length: 200 }, (_, i) => { const { x, y } = shiftAt(29_000_000 + i); return [x, y]; }); }");

        Assert.All(path, place => Assert.True(Math.Abs(place[0]) <= 8 && Math.Abs(place[1]) <= 4));
        Assert.All(path.Zip(path.Skip(1)), step => Assert.Equal(2, Math.Abs(step.Second[0] - step.First[0]) + Math.Abs(step.Second[1] - step.First[1])));
        Assert.Equal(9 * 5, path.Select(place => (place[0], place[1])).Distinct().Count());
    }

    [RequiresLinuxFact]
    public async Task LeaveThePageWithinBlazor_NothingOfItGoesOn()
    {
        await using var screen = await browser.OpenAsync(new Uri("about:blank"));
        await screen.Page.AddInitScriptAsync("""
            window.timers = new Set();
            const [set, clear] = [window.setInterval, window.clearInterval];
            window.setInterval = (work, every, ...rest) => { const id = set(work, every, ...rest); if (every === 250) timers.add(id); return id; };
            window.clearInterval = (id) => { timers.delete(id); clear(id); };
            """);
        await screen.Page.GotoAsync(Kiosk(shared.Console).ToString());
        await screen.LiveAsync();
        Assert.Equal(1, await screen.Page.EvaluateAsync<int>("() => timers.size"));

        await screen.Page.EvaluateAsync("() => Blazor.navigateTo('/')");
        await Assertions.Expect(screen.Find("camera-state")).ToBeVisibleAsync();

        Assert.Equal(0, await screen.Page.EvaluateAsync<int>("() => timers.size"));
        Assert.True(await screen.Page.EvaluateAsync<bool>("() => document.body.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }))"));
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>("() => witness.errors"));
    }

    [RequiresLinuxFact]
    public async Task HeaderOfTheConsole_LeadsToAKioskOfItsOwn()
    {
        await using var screen = await browser.OpenAsync(shared.Console.Address);
        await screen.LiveAsync();
        await screen.Page.EvaluateAsync("() => { window.isOldPage = true; }");

        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Kiosk" }).ClickAsync();
        await screen.Page.WaitForURLAsync("**/kiosk");
        await screen.LiveAsync();

        Assert.Null(await screen.Page.EvaluateAsync<bool?>("() => window.isOldPage ?? null"));
    }

    private static Uri Kiosk(ConsoleProcess console) => new(console.Address, "/kiosk");

    private static async Task<double> HeightAsync(ConsolePage screen, string selector) =>
        (await screen.Page.Locator(selector).BoundingBoxAsync())!.Height;

    // As the browser really places the strip, the clock and the notes, which move as one.
    private static async Task<(int X, int Y)> ShiftAsync(ConsolePage screen)
    {
        var places = await screen.Page.EvaluateAsync<int[][]>(
            "() => ['.stage-strip', '.kiosk-side', '.kiosk-note'].map((part) => { const m = new DOMMatrix(getComputedStyle(document.querySelector(part)).transform); return [m.e, m.f]; })");
        Assert.All(places, place => Assert.Equal(places[0], place));
        return (places[0][0], places[0][1]);
    }

    [GeneratedRegex(@"^\d\d:\d\d:\d\d$")]
    private static partial Regex TimeOfDay();

    private sealed record Painted
    {
        public double Left { get; init; }

        public double Top { get; init; }

        public double Width { get; init; }

        public double Height { get; init; }

        public string Fit { get; init; } = "";
    }
}
