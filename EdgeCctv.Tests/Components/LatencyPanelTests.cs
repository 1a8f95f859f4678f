using Bunit;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Web.Components.Console;

namespace EdgeCctv.Tests.Components;

public sealed class LatencyPanelTests : IAsyncDisposable
{
    private readonly ConsoleRig _rig = new();

    [Fact]
    public void NothingPainted_SaysSoWithDashes()
    {
        var panel = Show();

        Assert.Equal(("–", "–"), (panel.Find("[data-testid=latency-p50]").TextContent, panel.Find("[data-testid=latency-p95]").TextContent));
        Assert.Equal(["drift", "–", "–"], Row(panel, "drift"));
    }

    [Fact]
    public void Painted_WholeAndPartsAreShown()
    {
        foreach (var n in Enumerable.Range(1, 100))
        {
            _rig.Statistics.OnPainted(new PaintTiming(Ms(0), Ms(20), Ms(n), Ms(7), Ms(4.4)));
        }

        var panel = Show();

        Assert.Equal(("81", "126"), (panel.Find("[data-testid=latency-p50]").TextContent, panel.Find("[data-testid=latency-p95]").TextContent));
        Assert.Equal(["drift", "0", "0"], Row(panel, "drift"));
        Assert.Equal(["decode and encode", "20", "20"], Row(panel, "prepare"));
        Assert.Equal(["wait", "50", "95"], Row(panel, "wait"));
        Assert.Equal(["send", "7", "7"], Row(panel, "send"));
        Assert.Equal(["paint", "4", "4"], Row(panel, "paint"));
        Assert.Equal(
            ["flex-grow: 0", "flex-grow: 20", "flex-grow: 50", "flex-grow: 7", "flex-grow: 4.4"],
            panel.FindAll(".latency-bar > div").Select(part => part.GetAttribute("style")));
    }

    [Fact]
    public void EveryFigure_TellsHowItIsComputed()
    {
        var panel = Show();

        Assert.All(panel.FindAll("tr[data-testid]"), row => Assert.NotEmpty(row.GetAttribute("title")!));
        Assert.Contains("What happens inside the camera cannot be known.", panel.Markup, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    private static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private IRenderedComponent<LatencyPanel> Show() => _rig.Context.Render<LatencyPanel>();

    private static string[] Row(IRenderedComponent<LatencyPanel> panel, string part) =>
        [.. panel.Find($"[data-testid=latency-part-{part}]").Children.Select(cell => cell.TextContent.Trim())];
}
