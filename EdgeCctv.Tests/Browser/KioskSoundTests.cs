using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>The loss of the picture and its return can be heard at the kiosk, where it is configured.</summary>
[Trait("Category", "Browser")]
[Collection(MachineGroup.Name)]
public sealed class KioskSoundTests(BrowserFixture browser)
{
    private const string SmallDemo = "demo:?strip=1&size=320x180&fps=10&seed=7";

    // Notes what would sound. The tab's own storage keeps it over a reload.
    private const string HeardTones = """
        window.heard = () => JSON.parse(sessionStorage.getItem('test-heard') ?? '[]');
        window.contexts = { open: 0, all: 0 };
        window.AudioContext = class {
          state = 'running';
          currentTime = 0;
          destination = {};
          constructor() { contexts.open++; contexts.all++; }
          async resume() { }
          async close() { contexts.open--; }
          createGain() { return { gain: { setValueAtTime() { }, linearRampToValueAtTime() { } }, connect: (to) => to }; }
          createOscillator() {
            const frequency = {};
            return { frequency, connect: (to) => to, start: () => sessionStorage.setItem('test-heard', JSON.stringify([...heard(), frequency.value])), stop() { } };
          }
        };
        """;

    private const string NeverRuns = "window.AudioContext = class { state = 'suspended'; resume() { return new Promise(() => { }); } async close() { } };";

    [RequiresLinuxFact]
    public async Task PictureLostAndBack_FallsThenRisesThoughThePageWasReloadedInBetween()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo, "--EdgeCctv:Kiosk:Sound=true");
        await using var screen = await OpenAsync(console, HeardTones);
        await screen.LiveAsync();
        Assert.Empty(await HeardAsync(screen));

        await console.Http.PostAsync("/stop", null);
        await Eventually.IsTrueAsync(async () => (await HeardAsync(screen)).Length == 2, "two tones");
        var lost = await HeardAsync(screen);
        await screen.Page.ReloadAsync();
        await screen.StateAsync("stopped-by-operator");
        await console.Http.PostAsync("/start", null);
        await screen.LiveAsync();
        await Eventually.IsTrueAsync(async () => (await HeardAsync(screen)).Length == 4, "two more tones");
        var back = (await HeardAsync(screen))[2..];

        Assert.True(lost[0] > lost[1], "falling");
        Assert.True(back[0] < back[1], "rising");
        await Eventually.IsTrueAsync(() => screen.Page.EvaluateAsync<bool>("() => contexts.all > 0 && contexts.open === 0"), "the sound device let go");
        Assert.True(await screen.Find("kiosk-note-sound").IsHiddenAsync());
    }

    [RequiresLinuxFact]
    public async Task PictureLost_SoundNotConfigured_OpensNoSoundDevice()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var screen = await OpenAsync(console, HeardTones);
        await screen.LiveAsync();

        await console.Http.PostAsync("/stop", null);
        await screen.StateAsync("stopped-by-operator");

        // The loss has been decided on, whether or not it is heard.
        await Eventually.IsTrueAsync(() => screen.Page.EvaluateAsync<bool>("() => sessionStorage.length > 0"), "the loss noted");
        Assert.Equal(0, await screen.Page.EvaluateAsync<int>("() => contexts.all"));
    }

    [RequiresLinuxFact]
    public async Task SoundBlockedByTheBrowser_SaysSo()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo, "--EdgeCctv:Kiosk:Sound=true");
        await using var screen = await OpenAsync(console, NeverRuns);
        await screen.LiveAsync();

        await Assertions.Expect(screen.Find("kiosk-note-sound")).ToBeVisibleAsync();
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>("() => witness.errors"));
    }

    [RequiresLinuxFact]
    public async Task LossSign_Times_IsHeardAfterOneSecondAndAtMostOnceInTen()
    {
        (string Seen, string Heard)[] cases =
        [
            ("0 live, 5000 lost, 5900 lost, 5950 live", ""),
            ("0 lost, 9000 lost, 20000 live", ""),
            ("0 live, 5000 lost, 6000 lost, 7000 lost, 60000 lost, 60100 live, 60200 live", "lost@6000 back@60100"),
            ("0 live, 1000 lost, 2000 lost, 3000 live, 4000 lost, 6000 lost, 7000 live", "lost@2000 back@3000"),
            ("0 live, 1000 lost, 2000 lost, 3000 live, 4000 lost, 11900 lost, 12000 lost, 13000 live", "lost@2000 back@3000 lost@12000 back@13000"),
        ];
        await using var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var screen = await browser.OpenAsync(new Uri(console.Address, "/offline/offline.css"));

        var heard = await screen.Page.EvaluateAsync<string[]>(
            """
            async (cases) => {
              const { LossSign } = await import('/js/kiosk/loss-sign.js');
              return cases.map((seen) => {
                const [heard, kept] = [[], new Map()];
                let now = 0;
                const sign = new LossSign((tones) => heard.push(`${tones}@${now}`), {
                  getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: (key) => kept.delete(key),
                });
                for (const [at, state] of seen.split(', ').map((one) => one.split(' '))) {
                  now = Number(at);
                  sign.observe(state === 'live', now);
                }
                return heard.join(' ');
              });
            }
            """,
            cases.Select(one => one.Seen).ToArray());

        Assert.Equal(cases.Select(one => one.Heard), heard);
    }

    private static Task<double[]> HeardAsync(ConsolePage screen) => screen.Page.EvaluateAsync<double[]>("() => heard()");

    private async Task<ConsolePage> OpenAsync(ConsoleProcess console, string audio)
    {
        var screen = await browser.OpenAsync(new Uri("about:blank"));
        await screen.Page.AddInitScriptAsync(audio);
        await screen.Page.GotoAsync(new Uri(console.Address, "/kiosk").ToString());
        return screen;
    }
}
