using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>What an operator has folded stays folded when the page is loaded anew, in that tab.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class PageMemoryTests(BrowserFixture browser)
{
    private const string SmallDemo = "demo:?strip=1&size=320x240&fps=5&seed=7";

    [RequiresLinuxFact]
    public async Task FoldedPanel_PageLoadedAnew_IsStillFoldedAndOpensAgain()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var screen = await browser.OpenAsync(console.Address);
        await screen.LiveAsync();
        await screen.Find("fold-proof").ClickAsync();
        await FoldedAsync(screen);
        await screen.Page.WaitForFunctionAsync("() => sessionStorage.getItem('edgecctv.page.fold.proof') === 'folded'");

        await screen.Page.ReloadAsync();
        await screen.LiveAsync();
        await FoldedAsync(screen);

        await screen.Find("fold-proof").ClickAsync();
        await Assertions.Expect(screen.Find("proof-capture")).ToBeVisibleAsync();
    }

    [RequiresLinuxFact]
    public async Task SelectedTab_ServerRestarted_IsStillSelected()
    {
        var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var screen = await browser.OpenAsync(console.Address);
        await screen.LiveAsync();
        await screen.Find("drawer-figures").ClickAsync();
        await screen.Find("tab-screens").ClickAsync();
        await Assertions.Expect(screen.Find("screens")).ToBeVisibleAsync();
        await screen.Page.WaitForFunctionAsync("() => sessionStorage.getItem('edgecctv.page.tab.console') === 'screens'");

        console.Process.Kill();
        await console.DisposeAsync();
        await screen.StateAsync("connection-lost");
        await using var again = await ConsoleProcess.StartAsync(SmallDemo, console.Address.Port);
        await screen.LiveAsync();

        await Assertions.Expect(screen.Find("screens")).ToBeVisibleAsync();
        await Assertions.Expect(screen.Find("session-frames")).ToHaveCountAsync(0);
    }

    [RequiresLinuxFact]
    public async Task FoldedPanel_BrowserRefusesStorage_FoldsAllTheSame()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var screen = await browser.OpenAsync(new Uri("about:blank"));
        await screen.Page.AddInitScriptAsync(
            "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('refused', 'SecurityError'); } });");
        await screen.Page.GotoAsync(console.Address.ToString());
        await screen.LiveAsync();

        await screen.Find("fold-proof").ClickAsync();

        await FoldedAsync(screen);
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>("() => witness.errors"));
    }

    private static async Task FoldedAsync(ConsolePage screen)
    {
        await Assertions.Expect(screen.Find("fold-proof")).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(screen.Find("proof-capture")).ToHaveCountAsync(0);
    }
}
