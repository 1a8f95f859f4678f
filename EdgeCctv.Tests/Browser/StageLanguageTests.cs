using System.Text.RegularExpressions;
using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>The picture's own words in the reader's language, whoever says them: the server, the browser alone, or the page that needs neither.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed partial class StageLanguageTests(BrowserFixture browser, SharedConsole shared) : IClassFixture<SharedConsole>
{
    private const string SmallDemo = "demo:?strip=1&size=320x180&fps=10&seed=7";

    // What redraws the panel comes from a thread that knows nothing of readers.
    [RequiresLinuxFact]
    public async Task CameraStoppedAndStartedFromOutside_GermanScreenStaysGermanAndItsStatesStayWords()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var screen = await browser.OpenAsync(console.Address, locale: "de-AT", zone: "Europe/Vienna");
        await screen.LiveAsync();
        await Assertions.Expect(screen.Find("connection-state")).ToHaveTextAsync("Verbunden");

        await console.Http.PostAsync("/stop", null);
        await screen.StateAsync("stopped-by-operator");

        await Assertions.Expect(screen.Page.Locator(".live-word")).ToHaveTextAsync("NICHT LIVE");
        await Assertions.Expect(screen.Page.Locator(".veil-headline")).ToHaveTextAsync("Kamera ausgeschaltet");
        await Assertions.Expect(screen.Page.Locator(".veil-detail")).ToHaveTextAsync(StoppedAt());
        await Assertions.Expect(screen.Page.Locator(".veil-detail")).ToHaveAttributeAsync("title", InUtc());
        await Assertions.Expect(screen.Page.Locator(".veil-age")).ToHaveTextAsync(LastPicture());
        await Assertions.Expect(screen.Find("connection-state")).ToHaveAttributeAsync("data-state", "disconnected");
        await Assertions.Expect(screen.Find("connection-state")).ToContainTextAsync("Getrennt");
        await Assertions.Expect(screen.Find("camera-state")).ToHaveAttributeAsync("data-state", "idle");
        await Assertions.Expect(screen.Find("camera-state")).ToContainTextAsync("AUS");
        await Assertions.Expect(screen.Find("camera-cause")).ToHaveTextAsync(StoppedAt());

        await console.Http.PostAsync("/start", null);
        await screen.LiveAsync();
        await Assertions.Expect(screen.Find("camera-state")).ToHaveAttributeAsync("data-state", "running");
        await Assertions.Expect(screen.Find("camera-state")).ToContainTextAsync("LÄUFT");
        await Assertions.Expect(screen.Find("camera-cause")).ToContainTextAsync("Läuft seit ");
    }

    [RequiresLinuxFact]
    public async Task ServerGone_BrowserAloneSpeaksGerman()
    {
        var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var screen = await browser.OpenAsync(console.Address, locale: "de-AT", withWorker: false);
        await screen.LiveAsync();

        console.Process.Kill();
        await console.DisposeAsync();
        await screen.StateAsync("connection-lost");

        await Assertions.Expect(screen.Page.Locator(".veil-headline")).ToHaveTextAsync("Verbindung verloren");
        await Assertions.Expect(screen.Page.Locator(".veil-age")).ToHaveTextAsync(LastPicture());
        await Assertions.Expect(screen.Find("connection-state")).ToContainTextAsync("Verbindung verloren, neuer Versuch (");
    }

    [RequiresLinuxTheory]
    [InlineData("de-AT", null, "de", "NICHT LIVE")]
    [InlineData("en-US", "c%3Den-US%7Cuic%3Dde", "de", "NICHT LIVE")]
    [InlineData("de-AT", "c%3Dde-AT%7Cuic%3Den", "en", "NOT LIVE")]
    [InlineData("fr-FR", null, "en", "NOT LIVE")]
    public async Task OfflinePage_SpeaksTheLanguageThatTheServerWouldHaveChosen(string locale, string? chosen, string language, string words)
    {
        await using var screen = await browser.OpenAsync(new Uri("about:blank"), withWorker: false, locale: locale);
        await screen.Page.RouteAsync("**/health/live", route => route.AbortAsync());
        if (chosen is not null)
        {
            await screen.Page.Context.AddCookiesAsync([new() { Name = ".AspNetCore.Culture", Value = chosen, Url = shared.Console.Address.ToString() }]);
        }

        await screen.Page.GotoAsync(new Uri(shared.Console.Address, "/offline/offline.html").ToString());

        await Assertions.Expect(screen.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        Assert.Equal($"▲ {words}", await screen.Page.Locator(".state").InnerTextAsync());
        await Assertions.Expect(screen.Page.Locator(".detail").Filter(new() { Visible = true })).ToHaveCountAsync(1);
        await Assertions.Expect(screen.Find("offline-since")).ToHaveTextAsync(language == "de" ? SinceInGerman() : SinceInEnglish());
    }

    [RequiresLinuxFact]
    public async Task Kiosk_OfAGermanBrowser_TellsTheDateInItsWay()
    {
        await using var screen = await browser.OpenAsync(new Uri(shared.Console.Address, "/kiosk"), locale: "de-DE");
        await screen.LiveAsync();
        await screen.Page.Clock.SetFixedTimeAsync(new DateTime(2027, 1, 2, 13, 14, 15, DateTimeKind.Local));

        await Assertions.Expect(screen.Find("kiosk-time")).ToHaveTextAsync("13:14:15");
        await Assertions.Expect(screen.Page.Locator("[data-clock=date]")).ToHaveTextAsync("Sa., 2. Jan. 2027");
        await Assertions.Expect(screen.Find("kiosk-demo")).ToHaveTextAsync("◆ DEMO-KAMERA");
    }

    [GeneratedRegex(@"^Um \d\d:\d\d:\d\d ausgeschaltet \(.+\)\.$")]
    private static partial Regex StoppedAt();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$")]
    private static partial Regex InUtc();

    [GeneratedRegex(@"^Letztes Bild vor \d+,\d s$")]
    private static partial Regex LastPicture();

    [GeneratedRegex(@"^vor \d+ s, um \d\d:\d\d:\d\d$")]
    private static partial Regex SinceInGerman();

    [GeneratedRegex(@"^for \d+ s, since \d\d:\d\d:\d\d$")]
    private static partial Regex SinceInEnglish();
}
