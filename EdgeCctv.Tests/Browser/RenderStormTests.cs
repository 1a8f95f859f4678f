using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Browser;

/// <summary>However fast the pictures come, a page is rendered when the status changes, once for all that is on it.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class RenderStormTests(BrowserFixture browser)
{
    private const int Frames = 120;

    // Meters, versions and log look once a second by themselves, the status is told at least as often.
    private const int SecondPanels = 3;

    [RequiresLinuxTheory]
    [MemberData(nameof(Pages.Paths), MemberType = typeof(Pages))]
    public async Task Frames_ThirtyASecond_PageIsRenderedOncePerChangeOfTheStatus(string path)
    {
        await using var console = await InProcessConsole.StartAsync("demo:?strip=1&size=320x180&fps=30&seed=7");
        using var renders = new RenderCount(console);
        var page = Pages.Find(path);
        await using var screen = await PageLoad.OpenAsync(browser, new Uri(console.Address, path));
        await PageLoad.InUseAsync(screen, page);
        await FramesAsync(console);
        Assert.True(renders.Batches > 0, "opening the page was not counted: has Blazor's meter another name?");

        // The batch of the change before may come after the counting has begun, that of the last one before its change is counted.
        var allowed = 2;
        void OnChanged() => Interlocked.Add(ref allowed, page.HasPicture ? 1 : 1 + SecondPanels);
        console.Service<StatusFeed>().Changed += OnChanged;
        var before = renders.Batches;
        await FramesAsync(console);
        if (page.HasPicture)
        {
            await screen.NextPaintedAsync(Frames / 4);
        }

        Assert.InRange(renders.Batches - before, 1, Volatile.Read(ref allowed));
    }

    // Four seconds of the camera: so many batches, and more, there would be if anything were rendered for each of them.
    private static async Task FramesAsync(InProcessConsole console)
    {
        var frames = console.Service<FrameBroadcaster>();
        var until = (frames.Newest?.Sequence ?? 0) + Frames;
        await Eventually.IsTrueAsync(() => frames.Newest?.Sequence >= until, $"{Frames} frames");
    }
}
