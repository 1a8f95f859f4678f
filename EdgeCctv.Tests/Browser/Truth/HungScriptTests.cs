using System.Text.Json;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Browser.Truth;

/// <summary>The page's script hangs, and with it its timer: what the browser still shows is watched by what it would send to a glass.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class HungScriptTests(BrowserFixture browser)
{
    [RequiresLinuxFact]
    public async Task ScriptHangs_TheStageIsCoveredThoughNoScriptRuns()
    {
        await using var console = await ConsoleProcess.StartAsync("demo:?strip=1&size=320x180&fps=10&seed=7");
        await using var screen = await browser.OpenAsync(console.Address);
        await screen.LiveAsync();
        await screen.NextPaintedAsync(5);
        var devTools = await screen.Page.Context.NewCDPSessionAsync(screen.Page);
        var pictures = new PageRecorder();
        devTools.Event("Page.screencastFrame").OnEvent += (_, frame) =>
        {
            pictures.Add(frame!.Value);
            _ = devTools.SendAsync("Page.screencastFrameAck", new Dictionary<string, object> { ["sessionId"] = frame.Value.GetProperty("sessionId").GetInt32() });
        };
        await devTools.SendAsync("Page.startScreencast", new Dictionary<string, object> { ["format"] = "jpeg", ["quality"] = 90 });
        await Eventually.IsTrueAsync(() => pictures.Count > 3, "pictures of the page");
        var live = pictures.Newest;

        var hang = screen.Page.EvaluateAsync("() => { const end = performance.now() + 5000; while (performance.now() < end); }");
        await Eventually.IsTrueAsync(() => IsCovered(live, pictures.Newest), "the stage covered");

        Assert.False(hang.IsCompleted, "covered only after the script went on");

        // The words behind the cover are put right as soon as the script goes on.
        await hang;
        await screen.LiveAsync();
    }

    // The cover leaves less than a tenth of what was there.
    private static bool IsCovered(byte[] before, byte[] now) => Spread(now) < Spread(before) / 4;

    // Light and dark of the middle of the stage, which lies in the upper left of the page.
    private static double Spread(byte[] jpeg)
    {
        using var decoder = LibraryUnderTest.Create(TimeProvider.System).CreateGreyDecoder(CaptureSettings.Default with { GreyLongSide = 640 });
        var picture = decoder.Decode(jpeg)!;
        var row = picture.Pixels.AsSpan((picture.Height * 3 / 4 * picture.Width) + (picture.Width / 20), picture.Width / 2).ToArray();
        return row.Max() - row.Min();
    }

    private sealed class PageRecorder
    {
        private volatile byte[] _newest = [];
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public byte[] Newest => _newest;

        public void Add(JsonElement frame)
        {
            _newest = frame.GetProperty("data").GetBytesFromBase64();
            Interlocked.Increment(ref _count);
        }
    }
}
