using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>The kiosk keeps its screen awake where it may, and says so where it may not.</summary>
[Trait("Category", "Browser")]
[Collection(MachineGroup.Name)]
public sealed class KioskAwakeTests(BrowserFixture browser, SharedConsole shared) : IClassFixture<SharedConsole>
{
    // A browser whose locks the test can take away.
    private const string CountedLocks = """
        window.locks = [];
        Object.defineProperty(navigator, 'wakeLock', { value: { request: async (kind) => {
          const lock = new EventTarget();
          lock.kind = kind;
          lock.release = async () => { lock.isReleased = true; lock.dispatchEvent(new Event('release')); };
          locks.push(lock);
          return lock;
        } } });
        """;

    [RequiresLinuxFact]
    public async Task Open_ThisMachinesOwnAddress_HoldsTheLock()
    {
        await using var screen = await browser.OpenAsync(new Uri(shared.Console.Address, "/kiosk"));
        await screen.LiveAsync();

        await HasLockAsync(screen, "held");
        await Assertions.Expect(screen.Find("kiosk-note-screen")).ToBeHiddenAsync();
    }

    [RequiresLinuxFact]
    public async Task LockTakenAway_PageVisibleAgain_IsTakenAnewAndGivenBackOnLeaving()
    {
        await using var screen = await OpenAsync(CountedLocks);
        await HasLockAsync(screen, "held");
        var count = await CountAsync(screen);

        await screen.Page.EvaluateAsync("() => locks.at(-1).release()");
        await HasLockAsync(screen, "released");
        await screen.Page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");

        await HasLockAsync(screen, "held");
        Assert.Equal((count + 1, "screen"), (await CountAsync(screen), await screen.Page.EvaluateAsync<string>("() => locks.at(-1).kind")));

        await screen.Page.EvaluateAsync("() => Blazor.navigateTo('/')");
        await Assertions.Expect(screen.Find("camera-state")).ToBeVisibleAsync();
        Assert.True(await screen.Page.EvaluateAsync<bool>("() => locks.every((lock) => lock.isReleased)"));
    }

    [RequiresLinuxTheory]
    [InlineData("Object.defineProperty(navigator, 'wakeLock', { value: undefined });")]
    [InlineData("Object.defineProperty(navigator, 'wakeLock', { value: { request: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } });")]
    public async Task LockRefused_SaysSoForOneMinuteOnly(string refusal)
    {
        await using var screen = await OpenAsync(refusal + "{ const now = performance.now.bind(performance); window.later = 0; performance.now = () => now() + later; }");

        await HasLockAsync(screen, "unavailable");
        await Assertions.Expect(screen.Find("kiosk-note-screen")).ToBeVisibleAsync();
        await screen.Page.EvaluateAsync("() => { later = 60_000; }");

        await Assertions.Expect(screen.Find("kiosk-note-screen")).ToBeHiddenAsync();
        await screen.LiveAsync();
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>("() => witness.errors"));
    }

    private static Task HasLockAsync(ConsolePage screen, string word) =>
        Assertions.Expect(screen.Find("kiosk")).ToHaveAttributeAsync("data-wake-lock", word, new() { Timeout = (float)ChildProcess.Patience.TotalMilliseconds });

    private static Task<int> CountAsync(ConsolePage screen) => screen.Page.EvaluateAsync<int>("() => locks.length");

    private async Task<ConsolePage> OpenAsync(string script)
    {
        var screen = await browser.OpenAsync(new Uri("about:blank"));
        await screen.Page.AddInitScriptAsync(script);
        await screen.Page.GotoAsync(new Uri(shared.Console.Address, "/kiosk").ToString());
        await screen.LiveAsync();
        return screen;
    }
}
