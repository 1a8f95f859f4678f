using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>From the demo camera to one's own, as a newcomer does it.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class CameraPageTests(BrowserFixture browser)
{
    private const string Demo = "demo:?size=160x120&fps=10&seed=7";

    // A page may not name this machine's own addresses by itself.
    private const string Allowed = "--EdgeCctv:Camera:AllowedHosts:0=127.0.0.1";

    [RequiresFact(Need.Rtsp)]
    public async Task Connect_RtspCameraWithPassword_TriedKeptAndOpenedAtTheNextStart()
    {
        await using var camera = await RtspCamera.StartLiveAsync(10, "ann", "s3cret");
        var data = Directory.CreateTempSubdirectory("edgecctv-data-");
        await using (var console = await ConsoleProcess.StartAsync(Demo, Allowed, $"--EdgeCctv:DataFolder={data.FullName}"))
        {
            await using var screen = await browser.OpenAsync(console.Address);
            await screen.LiveAsync();
            await screen.Find("connect-yours").ClickAsync();
            await screen.Find("connect-address").FillAsync($"rtsp://127.0.0.1:{camera.Port}/live");
            await screen.Find("connect-user").FillAsync("ann");
            await screen.Find("connect-password").FillAsync("s3cret");
            await screen.Find("connect-try").ClickAsync();

            await Assertions.Expect(screen.Find("connect-facts")).ToContainTextAsync("320×180");
            await screen.LiveAsync();
            await screen.Find("connect-keep").ClickAsync();
            await Assertions.Expect(screen.Find("toast")).ToContainTextAsync("is kept.");
            await Assertions.Expect(screen.Find("camera-facts")).ToContainTextAsync($"127.0.0.1:{camera.Port}");

            Assert.DoesNotContain("s3cret", await screen.Page.ContentAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain("s3cret", console.Process.Output, StringComparison.Ordinal);
            Assert.Empty(await screen.Page.EvaluateAsync<string[]>("() => witness.errors"));
        }

        await using (var again = await ConsoleProcess.StartAsync(Demo, Allowed, $"--EdgeCctv:DataFolder={data.FullName}"))
        {
            await Eventually.IsTrueAsync(
                async () => (await again.StatusAsync()).GetProperty("source").GetString() is { } source && source.Contains($":{camera.Port}", StringComparison.Ordinal),
                "the kept camera is opened");
        }

        data.Delete(recursive: true);
    }

    [RequiresLinuxFact]
    public async Task Settings_QualityWrittenAndUndone_PictureStaysLiveAndTheNextStartHasIt()
    {
        var data = Directory.CreateTempSubdirectory("edgecctv-data-");
        await using (var console = await ConsoleProcess.StartAsync(Demo, $"--EdgeCctv:DataFolder={data.FullName}"))
        {
            await using var screen = await browser.OpenAsync(new Uri(console.Address, "/camera"));
            await screen.LiveAsync();
            await WriteAsync(screen, "tune-lost-after", "2,5");
            await Assertions.Expect(screen.Find("toast").Last).ToContainTextAsync("The camera counts as lost after 2.5 s");
            await WriteAsync(screen, "tune-quality", "30");
            await Assertions.Expect(screen.Find("tune-quality-origin")).ToContainTextAsync("the configuration says 80");
            await WriteAsync(screen, "tune-quality", "300");
            await Assertions.Expect(screen.Find("tune-refusal")).ToContainTextAsync("'300' is not possible");
            await Assertions.Expect(screen.Find("tune-quality")).ToHaveValueAsync("300");

            await screen.Find("toast-action").Last.ClickAsync();

            await Assertions.Expect(screen.Find("tune-quality-origin")).ToHaveCountAsync(0);
            await screen.Find("tune-reconnect").GetByText("Eagerly").ClickAsync();
            await Assertions.Expect(screen.Find("tune-reconnect-how")).ToContainTextAsync("every 5 s");
            await screen.LiveAsync();
            Assert.Empty(await screen.Page.EvaluateAsync<string[]>("() => witness.errors"));
        }

        await using (var again = await ConsoleProcess.StartAsync(Demo, $"--EdgeCctv:DataFolder={data.FullName}"))
        {
            await using var screen = await browser.OpenAsync(new Uri(again.Address, "/camera"));
            await Assertions.Expect(screen.Find("tune-lost-after")).ToHaveValueAsync("2.5");
            await Assertions.Expect(screen.Find("tune-quality")).ToHaveValueAsync("80");
            await Assertions.Expect(screen.Find("tune-reconnect-how")).ToContainTextAsync("every 5 s");
        }

        data.Delete(recursive: true);
    }

    [RequiresLinuxFact]
    public async Task Connect_NobodyAnswers_SaysWhatToDoAndTheDemoIsBack()
    {
        await using var console = await ConsoleProcess.StartAsync(Demo, Allowed);
        await using var screen = await browser.OpenAsync(new Uri(console.Address, "/camera"));
        await screen.LiveAsync();
        await screen.Find("connect-address").FillAsync("rtsp://127.0.0.1:9/nobody");

        await screen.Find("connect-try").ClickAsync();

        await Assertions.Expect(screen.Find("connect-outcome")).ToContainTextAsync("refused");
        await screen.LiveAsync();
        Assert.Equal(Demo, (await console.StatusAsync()).GetProperty("source").GetString());
    }

    private static async Task WriteAsync(ConsolePage screen, string id, string text)
    {
        await screen.Find(id).FillAsync(text);
        await screen.Find(id).PressAsync("Enter");
    }
}
