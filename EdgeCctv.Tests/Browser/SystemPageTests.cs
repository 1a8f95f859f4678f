using System.IO.Compression;
using System.Text.RegularExpressions;
using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>What only a real browser shows of the page "System": its charts move, the log is filtered, the bundle is saved.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class SystemPageTests(BrowserFixture browser, SharedConsole shared) : IClassFixture<SharedConsole>
{
    [RequiresLinuxFact]
    public async Task Open_SystemPage_MetersMoveLogIsFilteredAndTheBundleIsSaved()
    {
        await using var screen = await browser.OpenAsync(shared.Console.Address);
        await screen.LiveAsync();
        await screen.GoAsync(Pages.System);
        await Assertions.Expect(screen.Find("fact-version")).ToContainTextAsync("EdgeCctv");
        await Assertions.Expect(screen.Find("meter-pictures-value")).ToHaveTextAsync(new Regex("^[0-9]+$"));
        await Assertions.Expect(screen.Find("meter-memory").Locator("polyline")).ToHaveCountAsync(1);

        var started = screen.Find("log-line").Filter(new() { HasText = "Application started" });
        await Assertions.Expect(started).ToHaveCountAsync(1);
        await screen.Find("log-filter").GetByText("Errors").ClickAsync();
        await Assertions.Expect(started).ToHaveCountAsync(0);
        await screen.Find("log-filter").GetByText("All").ClickAsync();
        await Assertions.Expect(started).ToHaveCountAsync(1);

        var download = await screen.Page.RunAndWaitForDownloadAsync(() => screen.Find("support-bundle").ClickAsync());
        Assert.Matches("^edgecctv-support-[0-9]{8}-[0-9]{6}\\.zip$", download.SuggestedFilename);
        await using var saved = await download.CreateReadStreamAsync();
        using var content = new MemoryStream();
        await saved.CopyToAsync(content);
        using var archive = new ZipArchive(content);
        Assert.Contains(archive.Entries, entry => entry.FullName == "facts.txt");

        // The page stayed where it was, on the same circuit.
        await Assertions.Expect(started).ToHaveCountAsync(1);
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>("() => witness.errors"));
    }

    [RequiresLinuxTheory]
    [InlineData("en-GB")]
    [InlineData("de-DE")]
    public async Task MeterFigures_OneDigitOrMany_TakeTheSameRoom(string locale)
    {
        await using var screen = await browser.OpenAsync(new Uri(shared.Console.Address, Pages.System.Path), locale: locale);
        await PageLoad.InUseAsync(screen, Pages.System);

        Assert.Equal(await MeterHeightAsync(screen, "–"), await MeterHeightAsync(screen, "100 000.0"));
    }

    [RequiresLinuxFact]
    public async Task Meters_TheRestHasNotArrivedYet_AreAsWideAsLater()
    {
        await using var screen = await browser.OpenAsync(new Uri(shared.Console.Address, Pages.System.Path));
        await PageLoad.InUseAsync(screen, Pages.System);

        // As the page is while it arrives, for an instant.
        var widths = await screen.Page.EvaluateAsync<double[]>(
            """
            () => {
              const [first, ...rest] = document.querySelectorAll('.meters > *');
              const later = first.getBoundingClientRect().width;
              rest.forEach(({ style }) => { style.display = 'none'; });
              const early = first.getBoundingClientRect().width;
              rest.forEach(({ style }) => { style.display = ''; });
              return [early, later, rest.length];
            }
            """);

        Assert.Equal((widths[1], 4.0), (widths[0], widths[2]));
    }

    // Read at once, before the next second writes its own figures.
    private static Task<double> MeterHeightAsync(ConsolePage screen, string figure) => screen.Page.EvaluateAsync<double>(
        """
        (figure) => {
          const all = [...document.querySelectorAll('[data-testid^=meter-][data-testid$=-value]')];
          const written = all.map(({ firstChild }) => firstChild.data);
          all.forEach(({ firstChild }) => { firstChild.data = figure; });
          const height = all[0].closest('.meters').getBoundingClientRect().height;
          all.forEach(({ firstChild }, index) => { firstChild.data = written[index]; });
          return height;
        }
        """,
        figure);
}
