using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Browser;

/// <summary>The picture on a real screen, read back from the painted canvas.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class LivePictureTests(BrowserFixture browser)
{
    private const string SmallDemo = "demo:?strip=1&size=320x240&fps=10&seed=7";

    [RequiresLinuxFact]
    public async Task Open_DemoCamera_PictureMovesAndEveryPaintedOneIsFresh()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var screen = await browser.OpenAsync(console.Address);
        await screen.LiveAsync();

        var painted = await screen.NextPaintedAsync(20);

        Assert.Equal(painted.Select(one => one.Strip).Order().Distinct(), painted.Select(one => one.Strip));
        Assert.All(painted, one => Assert.InRange(one.Age, -1, 1800));
        Assert.Equal("running", await screen.Find("camera-state").GetAttributeAsync("data-state"));
        Assert.True(await screen.FigureAsync("frame-sequence") > 0);
        Assert.Matches(@"^\d+ ms$", await screen.Find("latency").InnerTextAsync());
    }

    [RequiresLinuxFact]
    public async Task Open_DemoCamera_FiguresAreThoseOfTheStatus()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var screen = await browser.OpenAsync(console.Address);
        await screen.LiveAsync();

        await Eventually.IsTrueAsync(async () => await screen.FigureAsync("fps") is >= 9 and <= 11, "about 10 frames in a second");
        await screen.Find("drawer-figures").ClickAsync();
        var shown = await screen.FigureAsync("session-frames");
        var status = await console.StatusAsync();

        Assert.InRange(status.GetProperty("session_frames").GetDouble() - shown, 0, 25);
        Assert.InRange(await screen.FigureAsync("avg-fps"), 8, 11);
        Assert.Equal(await screen.FigureAsync("session-frames"), await screen.FigureAsync("total-frames"), tolerance: 15);
    }

    [RequiresLinuxFact]
    public async Task TwoScreens_SlowEnoughCamera_EachGetsEveryFrame()
    {
        await using var console = await ConsoleProcess.StartAsync("demo:?strip=1&size=320x240&fps=3&seed=7");
        await using var one = await browser.OpenAsync(console.Address);
        await using var other = await browser.OpenAsync(console.Address);
        await one.LiveAsync();
        await other.LiveAsync();
        var beganAfter = Math.Max((await one.NextPaintedAsync(1))[0].Strip, (await other.NextPaintedAsync(1))[0].Strip);
        var skippedBefore = await SkippedAsync();

        await one.NextPaintedAsync(12);
        await other.NextPaintedAsync(1);
        var (first, second) = (await one.PaintedAsync(), await other.PaintedAsync());

        var endsAt = Math.Min(first[^1].Strip, second[^1].Strip);
        var common = first.Select(picture => picture.Strip).Where(InCommon).ToList();
        Assert.True(common.Count >= 10, $"{common.Count} pictures in common");
        Assert.Equal(common, second.Select(picture => picture.Strip).Where(InCommon));
        Assert.Equal(skippedBefore, await SkippedAsync());

        // While a page still opens it may be too slow even for this camera, which is no fault.
        async Task<List<long>> SkippedAsync() =>
            [.. (await console.StatusAsync()).GetProperty("screens").EnumerateArray().Select(screen => screen.GetProperty("skipped").GetInt64())];

        bool InCommon(double strip) => strip > beganAfter && strip <= endsAt;
    }

    [RequiresLinuxFact]
    public async Task Disengage_ThenDeploy_VeilSaysWhoStoppedItAndThePictureComesBack()
    {
        await using var console = await ConsoleProcess.StartAsync(SmallDemo);
        await using var screen = await browser.OpenAsync(console.Address);
        await using var other = await browser.OpenAsync(console.Address);
        await screen.LiveAsync();
        await other.LiveAsync();

        await screen.Find("disengage").ClickAsync();
        await screen.StateAsync("stopped-by-operator");
        await other.StateAsync("stopped-by-operator");
        Assert.Contains("Stopped by an operator at the console", await other.Find("veil").InnerTextAsync(), StringComparison.Ordinal);
        await console.StateAsync("IDLE");

        await screen.Find("deploy").ClickAsync();
        await screen.LiveAsync();
        await other.LiveAsync();
    }

    [RequiresFact(Need.Rtsp)]
    public async Task Open_RtspCamera_IsLiveAndNamesItWithoutItsPassword()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 15, 2), 15, "operator", "canary-9183");
        await using var console = await ConsoleProcess.StartAsync(camera.Locator);
        await using var screen = await browser.OpenAsync(console.Address);

        await screen.LiveAsync();
        await screen.NextPaintedAsync(10);

        var page = await screen.Page.ContentAsync();
        Assert.Contains("rtsp://***@127.0.0.1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-9183", page, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-9183", console.Process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-9183", (await console.StatusAsync()).ToString(), StringComparison.Ordinal);
    }
}
