using EdgeCctv.Tests.Hosts;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Browser;

/// <summary>Nothing moves by itself while a page opens and gets live.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class LayoutShiftTests(BrowserFixture browser)
{
    // A fiftieth of what browsers' makers call good. Figures that get a digit more push their units aside, up to 0.0001 together; panels
    // pushed down by one line are 0.001, the buttons above the picture, moved by a longer word, 0.002, panels that make room for another
    // 0.06. On a machine that is overloaded single meters were seen with 0.0014.
    private const double Unseen = 0.0019;

    private const int Changes = 3;

    // What was told last has been drawn, and the browser has said what moved for it.
    private const string UntilPainted = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))";

    [RequiresLinuxTheory]
    [MemberData(nameof(Pages.Paths), MemberType = typeof(Pages))]
    public async Task Open_UntilSomeChangesAfterLive_NothingMoves(string path)
    {
        // As it ships: the scene is being learnt meanwhile.
        await using var console = await InProcessConsole.StartAsync("demo:?size=320x180&fps=10&seed=7");
        await using var screen = await PageLoad.OpenAsync(browser, new Uri(console.Address, path));
        await PageLoad.InUseAsync(screen, Pages.Find(path));

        await ChangesAsync(console.Service<StatusFeed>());
        await screen.Page.EvaluateAsync(UntilPainted);

        var load = await PageLoad.ReadAsync(screen);
        Assert.True(load.ShiftSum <= Unseen, FormattableString.Invariant($"{load.ShiftSum:0.0000} on {path}:\n{string.Join('\n', load.Shifts.AsEnumerable())}"));
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>("() => witness.errors"));
    }

    // Every figure on the page is told anew each time.
    private static async Task ChangesAsync(StatusFeed feed)
    {
        var changes = 0;
        void OnChanged() => Interlocked.Increment(ref changes);

        feed.Changed += OnChanged;
        try
        {
            await Eventually.IsTrueAsync(() => Volatile.Read(ref changes) >= Changes, "the status changes");
        }
        finally
        {
            feed.Changed -= OnChanged;
        }
    }
}
