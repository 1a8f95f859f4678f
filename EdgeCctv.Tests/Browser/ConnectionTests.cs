using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>The connection of a screen, in the original design's words, on a real page.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class ConnectionTests(BrowserFixture browser)
{
    [RequiresLinuxFact]
    public async Task CameraGone_ThreeAttemptsThenTryAgain_AndAPictureConnectsByItself()
    {
        await using var camera = new MjpegCamera(MjpegPlays.Streams());
        await using var network = new TcpFaultProxy(camera.Port);
        await using var console = await ConsoleProcess.StartAsync($"http://127.0.0.1:{network.Port}/stream");
        await using var screen = await browser.OpenAsync(console.Address);
        await using var kiosk = await browser.OpenAsync(new Uri(console.Address, "/kiosk"));
        await IsAsync(screen, "connected", "Connected");
        await IsAsync(kiosk, "connected", "Connected");
        await Assertions.Expect(screen.Find("try-again")).ToBeHiddenAsync();

        network.Refuse();
        network.Cut();

        await IsAsync(screen, "reconnecting", "Connection lost, retrying (1/3)…");
        await IsAsync(screen, "reconnecting", "Connection lost, retrying (3/3)…");
        await IsAsync(screen, "failed", "Connection failed");
        await Assertions.Expect(screen.Find("try-again")).ToBeVisibleAsync();
        Assert.NotEqual("failed", await kiosk.Find("connection-state").GetAttributeAsync("data-state"));

        await screen.Find("try-again").ClickAsync();
        await IsAsync(screen, "connecting", "Connecting…");
        network.Listen();
        await IsAsync(screen, "connected", "Connected");
        await IsAsync(kiosk, "connected", "Connected");
    }

    [RequiresLinuxFact]
    public async Task Kiosk_StartsACameraThatIsOffWhereConfigured_ButNotOneThatWasStopped()
    {
        await using var console = await ConsoleProcess.StartAsync(
            "demo:?size=320x180&fps=5", "--EdgeCctv:Camera:AutoStart=false", "--EdgeCctv:Kiosk:StartCamera=true");
        await using (var screen = await browser.OpenAsync(console.Address))
        {
            await screen.StateAsync("camera-off");
            await IsAsync(screen, "disconnected", "Disconnected");
        }

        await using var kiosk = await browser.OpenAsync(new Uri(console.Address, "/kiosk"));
        await kiosk.LiveAsync();

        (await console.Http.PostAsync(new Uri("/stop", UriKind.Relative), content: null)).EnsureSuccessStatusCode();
        await kiosk.StateAsync("stopped-by-operator");
        await kiosk.Page.ReloadAsync();
        await kiosk.StateAsync("stopped-by-operator");
        await console.StateAsync("IDLE");
    }

    private static async Task IsAsync(ConsolePage screen, string state, string words)
    {
        var shown = screen.Find("connection-state");
        await Assertions.Expect(shown).ToHaveTextAsync(words, new() { Timeout = (float)ChildProcess.Patience.TotalMilliseconds });
        await Assertions.Expect(shown).ToHaveAttributeAsync("data-state", state);
    }
}
