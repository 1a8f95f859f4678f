using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Browser;

/// <summary>The veil is up when the painted picture is old, whoever is dead.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class VeilTests(BrowserFixture browser)
{
    private const string SmallDemo = "demo:?strip=1&size=320x240&fps=10&seed=7";

    [RequiresFact(Need.Rtsp)]
    public async Task CameraGone_VeilSaysReconnectingAndLiftsWhenItIsBack()
    {
        var clip = await TestClips.H264Async(320, 180, 15, 2);
        var camera = await RtspCamera.StartAsync(clip, 15);
        await using var console = await ConsoleProcess.StartAsync(camera.Locator);
        await using var screen = await browser.OpenAsync(console.Address);
        await screen.LiveAsync();

        await camera.DisposeAsync();

        await screen.StateAsync("camera-reconnecting");
        Assert.Contains("Attempt", await screen.Find("veil").InnerTextAsync(), StringComparison.Ordinal);
        using var live = await console.Http.GetAsync("/live");
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, live.StatusCode);
    }

    [RequiresLinuxFact]
    public async Task CameraRepeatsOnePicture_VeilSaysFrozenForHowLongAndLiftsWhenItMoves()
    {
        await using var camera = new MjpegCamera(MjpegPlays.RepeatsOne());
        await using var console = await ConsoleProcess.StartAsync(camera.Locator, "--EdgeCctv:Live:FrozenAfter=00:00:02");
        await using var screen = await browser.OpenAsync(console.Address);

        await screen.StateAsync("picture-frozen");
        Assert.StartsWith("Same picture for", await screen.Page.Locator(".veil-age").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("RUNNING", await screen.Find("camera-state").InnerTextAsync(), StringComparison.Ordinal);

        camera.Behave(MjpegPlays.Streams());
        await screen.LiveAsync();
    }

    // As after a sleep: the wall clock has gone on without the monotonic one.
    [RequiresLinuxFact]
    public async Task ComputerSlept_VeilIsUpUntilAPictureComesWhoseWayWasMeasuredAfterwards()
    {
        await using var console = await ConsoleProcess.StartAsync("demo:?size=320x240&fps=1");
        await using var screen = await browser.OpenAsync(new Uri("about:blank"), withWitness: false);
        await screen.Page.AddInitScriptAsync("window.slept = 0; const now = Date.now; Date.now = () => now() + window.slept;");
        await screen.Page.GotoAsync(console.Address.ToString());
        await screen.LiveAsync();

        await screen.Page.EvaluateAsync("() => { window.slept = 8000; }");

        await screen.StateAsync("screen-suspended");
        await screen.LiveAsync();
    }

    [RequiresLinuxFact]
    public async Task PictureCannotBeDecodedHere_VeilSaysSoAndLiftsWithTheNextThatCan()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var screen = await browser.OpenAsync(new Uri("about:blank"));
        await screen.Page.AddInitScriptAsync(
            "const decode = window.createImageBitmap; window.createImageBitmap = (...args) => window.isBroken ? Promise.reject(new Error('broken')) : decode(...args);");
        await screen.Page.GotoAsync(console.Address.ToString());
        await screen.LiveAsync();

        await screen.Page.EvaluateAsync("() => { window.isBroken = true; }");
        await screen.StateAsync("picture-damaged");
        await screen.Page.EvaluateAsync("() => { window.isBroken = false; }");

        await screen.LiveAsync();
        Assert.Empty(await screen.LiesAsync());
    }
}
