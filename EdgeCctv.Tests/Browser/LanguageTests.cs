using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>The reader's language, figures and time zone on the real page.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class LanguageTests(BrowserFixture browser, SharedConsole shared) : IClassFixture<SharedConsole>
{
    [RequiresLinuxFact]
    public async Task Page_OfAGermanBrowser_IsGermanFromTheFirstPaintOn()
    {
        await using var screen = await browser.OpenAsync(shared.Console.Address, locale: "de-AT", zone: "Europe/Vienna");
        await screen.LiveAsync();

        await Assertions.Expect(screen.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await Assertions.Expect(screen.Find("nav-console")).ToHaveTextAsync("Leitstand");
    }

    [RequiresLinuxFact]
    public async Task Choice_OfALanguage_IsKeptAndGivenBack()
    {
        await using var screen = await browser.OpenAsync(shared.Console.Address);
        await screen.LiveAsync();
        await Assertions.Expect(screen.Find("nav-console")).ToHaveTextAsync("Console");

        await screen.Find("language").SelectOptionAsync("de");
        await Assertions.Expect(screen.Find("nav-console")).ToHaveTextAsync("Leitstand");
        await screen.LiveAsync();
        await Assertions.Expect(screen.Find("language")).ToHaveValueAsync("de");

        await screen.Find("language").SelectOptionAsync("");
        await Assertions.Expect(screen.Find("nav-console")).ToHaveTextAsync("Console");
    }
}
