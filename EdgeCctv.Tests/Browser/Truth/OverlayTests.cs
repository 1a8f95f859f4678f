using System.Globalization;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser.Truth;

/// <summary>Nothing that was found is ever drawn over a picture more than 200 ms apart from the frame in which it was found.</summary>
[Trait("Category", "Browser")]
[Collection(AloneGroup.Name)]
public sealed class OverlayTests(BrowserFixture browser)
{
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(200);

    [RequiresLinuxFact]
    public async Task Rule_FindingsMadeByHand_GivesThoseOfThePicture()
    {
        string[] expected = ["b", "ab", "ab", "ab", "a", "", "b2", "", "c", "ab"];
        await using var console = await ConsoleProcess.StartAsync("demo:?size=320x180&fps=5");
        await using var screen = await browser.OpenAsync(new Uri(console.Address, "favicon.svg"));

        Assert.Equal(expected, await screen.Page.EvaluateAsync<string[]>("""
            async () => {
              const { Findings } = await import('/js/live/findings.js');
              const names = (findings, received) => findings.of(received).map(({ word, analyzer }) => word ?? analyzer).sort().join('');
              const findings = new Findings();
              findings.take([{ analyzer: 'a', received: 1000 }, { analyzer: 'b', received: 950 }]);
              findings.take(null);
              const before = [799.9, 800, 1000, 1150, 1150.1, 1200.1].map((received) => names(findings, received));

              // A newer one takes the place; an older one that comes late does not, and what has no time is of no picture.
              findings.take([{ analyzer: 'b', received: 2000, word: 'b2' }]);
              findings.take([{ analyzer: 'b', received: 1900, word: 'old' }, { analyzer: 'd' }]);
              const after = [2200, 2200.1].map((received) => names(findings, received));
              const other = new Findings();
              other.take([{ analyzer: 'c', received: 0 }]);
              const both = new Findings();
              both.take([{ analyzer: 'a', received: 5 }, { analyzer: 'b', received: -5 }]);
              return [...before, ...after, names(other, -200), names(both, 0)];
            }
            """));

        // One cell far above the threshold among four: a closed line around its centre, and nothing drawn where all is normal.
        int[] drawn = [4, 0, 0, 255];
        Assert.Equal(drawn, await screen.Page.EvaluateAsync<int[]>("""
            async () => {
              const { HeatPainter, contour } = await import('/js/live/heat.js');
              const heat = { columns: 2, rows: 2, left: 0, top: 0, cellWidth: .5, cellHeight: .5, values: new Uint8Array([0, 0, 0, 255]) };
              const ends = [];
              contour(heat, (ax, ay, bx, by) => ends.push(`${ax},${ay}`, `${bx},${by}`));
              const loose = ends.filter((one) => ends.filter((other) => other === one).length !== 2).length;
              const context = new OffscreenCanvas(100, 100).getContext('2d');
              new HeatPainter().draw(context, heat, 100, 100);
              const alpha = (x, y) => context.getImageData(x, y, 1, 1).data[3];
              const line = Math.max(...Array.from({ length: 50 }, (_, i) => alpha(50 + i, 75)));
              return [ends.length / 2, loose, alpha(25, 25), line];
            }
            """));
    }

    [RequiresLinuxFact]
    public async Task Draw_AnalysersQuickAndSlow_OnlyInStepWithThePicture()
    {
        await using var console = await InProcessConsole.StartAsync("demo:?strip=1&size=320x180&fps=15&seed=7");

        // The uneven one is near the limit on both sides of it.
        await using var analysis = new FakeAnalysis(
            console, ("quick", _ => TimeSpan.FromMilliseconds(20)), ("uneven", frame => TimeSpan.FromMilliseconds(100 + (frame * 37 % 150))), ("slow", _ => TimeSpan.FromSeconds(1)));
        await using var screen = await browser.OpenAsync(console.Address);
        await screen.LiveAsync();

        await screen.Page.WaitForFunctionAsync("() => witness.overlays.filter(({ words }) => words.some((word) => word.startsWith('quick'))).length > 45", null, Patience);

        var drawn = await DrawnAsync(screen, analysis);
        Assert.DoesNotContain(drawn, one => one.Name == "slow");
        Assert.Contains(drawn, one => one.Name == "uneven");
        Assert.DoesNotContain(drawn, one => one.Apart > Apart);
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>("() => witness.errors"));
    }

    [RequiresLinuxFact]
    public async Task Draw_CameraThatSendsTwoASecond_StillOverTheVeryPicture()
    {
        await using var console = await InProcessConsole.StartAsync("demo:?strip=1&size=320x180&fps=2&seed=7");
        await using var analysis = new FakeAnalysis(console, ("quick", _ => TimeSpan.FromMilliseconds(50)));
        await using var screen = await browser.OpenAsync(console.Address);

        await screen.Page.WaitForFunctionAsync("() => witness.overlays.filter(({ words }) => words.length > 0).length > 1", null, Patience);

        Assert.All(await DrawnAsync(screen, analysis), one => Assert.Equal(TimeSpan.Zero, one.Apart));

        // A layer that is switched off is off at once, whatever comes, and after a reload.
        var words = "() => witness.overlays.at(-1).words.length";
        await screen.Find("layer-boxes").ClickAsync();
        Assert.Equal(0, await screen.Page.EvaluateAsync<int>(words));
        await screen.NextPaintedAsync(2);
        await screen.Page.ReloadAsync();
        await screen.LiveAsync();
        await screen.NextPaintedAsync(2);
        Assert.Equal("false", await screen.Find("layer-boxes").GetAttributeAsync("aria-pressed"));
        Assert.Equal("true", await screen.Find("layer-heat").GetAttributeAsync("aria-pressed"));
        Assert.DoesNotContain(await screen.Page.EvaluateAsync<OverlayMoment[]>("() => witness.overlays"), one => one.Words.Length > 0);
    }

    private static PageWaitForFunctionOptions Patience { get; } = new() { Timeout = (float)ChildProcess.Patience.TotalMilliseconds };

    private static async Task<IReadOnlyList<(string Name, TimeSpan Apart)>> DrawnAsync(ConsolePage screen, FakeAnalysis analysis) =>
    [
        .. from overlay in await screen.Page.EvaluateAsync<OverlayMoment[]>("() => witness.overlays.slice()")
           from word in overlay.Words
           let parts = word.Split(':', ' ')
           let apart = analysis.Received(uint.Parse(parts[1], CultureInfo.InvariantCulture)) - analysis.Received((uint)overlay.Strip)
           where apart is not null
           select (parts[0], apart.Value.Duration()),
    ];
}
