using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>The console without a mouse.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class KeysTests(BrowserFixture browser, SharedConsole shared) : IClassFixture<SharedConsole>
{
    [RequiresLinuxFact]
    public async Task Keys_PagesAndLayers_DoWhatTheListSaysAndCanBeSwitchedOff()
    {
        await using var screen = await browser.OpenAsync(shared.Console.Address);
        await screen.LiveAsync();
        var keys = screen.Page.Keyboard;

        await keys.PressAsync("3");
        await screen.Page.WaitForURLAsync("**/analysis");
        await screen.LiveAsync();
        await keys.PressAsync("h");
        await Assertions.Expect(screen.Find("layer-heat")).ToHaveAttributeAsync("aria-pressed", "false");
        await keys.PressAsync("H");
        await Assertions.Expect(screen.Find("layer-heat")).ToHaveAttributeAsync("aria-pressed", "true");

        await keys.PressAsync("?");
        await Assertions.Expect(screen.Find("keys")).ToBeVisibleAsync();
        await screen.Find("keys-switch").UncheckAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(screen.Find("keys")).ToBeHiddenAsync();
        await keys.PressAsync("h");
        await keys.PressAsync("?");
        await Assertions.Expect(screen.Find("keys")).ToBeVisibleAsync();
        await Assertions.Expect(screen.Find("layer-heat")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [RequiresLinuxFact]
    public async Task Keys_BeforeTheBrowserHasPaintedThatTheListIsClosed_AreHeard()
    {
        await using var screen = await browser.OpenAsync(shared.Console.Address);
        await screen.LiveAsync();

        var isOpen = await screen.Page.EvaluateAsync<bool>("""
            () => {
              const dialog = document.querySelector('[data-keys]');
              const toggle = dialog.querySelector('[data-keys-switch]');
              dialog.showModal();
              toggle.focus();
              dialog.close();
              toggle.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }));
              return dialog.open;
            }
            """);

        Assert.True(isOpen);
    }

    [RequiresLinuxFact]
    public async Task Keys_WhileSomebodyWrites_AreText()
    {
        await using var screen = await browser.OpenAsync(new Uri(shared.Console.Address, "/camera"));
        await screen.LiveAsync();
        await screen.Find("connect-address").FocusAsync();

        await screen.Page.Keyboard.TypeAsync("rtsp://h1/b?z=4");

        await Assertions.Expect(screen.Find("connect-address")).ToHaveValueAsync("rtsp://h1/b?z=4");
        Assert.EndsWith("/camera", screen.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(screen.Find("keys")).ToBeHiddenAsync();
    }

    [RequiresLinuxFact]
    public async Task Tab_FromTheTop_ReachesEveryControlWithItsFocusSeen()
    {
        await using var screen = await browser.OpenAsync(shared.Console.Address);
        await screen.LiveAsync();

        var wanted = await screen.Page.EvaluateAsync<int>("""
            () => [...document.querySelectorAll('a[href], button, select, input')].filter(one => one.checkVisibility() && !one.disabled && one.tabIndex >= 0).length
            """);
        HashSet<string> reached = [];
        for (var step = 0; step < 3 * wanted && reached.Count < wanted; step++)
        {
            await screen.Page.Keyboard.PressAsync("Tab");
            var (name, isSeen) = await screen.FocusAsync();
            Assert.True(isSeen, name);
            reached.Add(name);
        }

        Assert.Equal(wanted, reached.Count);
    }
}
