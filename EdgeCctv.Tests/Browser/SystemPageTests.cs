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
}
