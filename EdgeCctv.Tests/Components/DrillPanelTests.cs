using Bunit;
using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Components.Console;
using EdgeCctv.Web.Drill;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Components;

public sealed class DrillPanelTests : IAsyncDisposable
{
    private readonly ConsoleRig _rig = new();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task SwitchedOff_IsNotThereAtAll()
    {
        await using var rig = new ConsoleRig(allowsDrills: false);

        Assert.Equal("", rig.Context.Render<DrillPanel>().Markup.Trim());
    }

    [Theory]
    [InlineData(DrillKind.Freeze)]
    [InlineData(DrillKind.Blank)]
    [InlineData(DrillKind.Disconnect)]
    [InlineData(DrillKind.Corrupt)]
    public async Task Button_ClickedAndConfirmed_BeginsItsDrill(DrillKind kind)
    {
        await _rig.Camera.RunAsync();
        var panel = Show();

        await ClickAsync(panel, $"drill-{kind.Word()}");
        Assert.Null(_rig.Drill.Current);
        Assert.Contains("Begin the drill?", panel.Markup, StringComparison.Ordinal);
        await ClickAsync(panel, "drill-yes");

        Assert.Equal((kind, "an operator at the console"), (_rig.Drill.Current!.Kind, _rig.Drill.Current.By));
        Assert.Contains(_rig.Drill.Current.Words, panel.Markup, StringComparison.Ordinal);
        Assert.Contains(" s left", panel.Markup, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("[data-testid=drill-freeze]"));
    }

    [Fact]
    public async Task Button_ClickedAndNotConfirmed_BeginsNothing()
    {
        await _rig.Camera.RunAsync();
        var panel = Show();

        await ClickAsync(panel, "drill-freeze");
        await ClickAsync(panel, "drill-no");

        Assert.Null(_rig.Drill.Current);
        panel.Find("[data-testid=drill-freeze]");
    }

    [Fact]
    public async Task Begin_NoLivePicture_ShowsTheReasonUntilTheNextQuestion()
    {
        var panel = Show();

        await ClickAsync(panel, "drill-freeze");
        await ClickAsync(panel, "drill-yes");
        Assert.Contains("No drill: There is no live picture", panel.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        await ClickAsync(panel, "drill-freeze");
        Assert.Equal("", panel.Find("[role=alert]").TextContent);
    }

    [Fact]
    public async Task End_UnderWay_EndsItAndTheReportIsShownWhenItIsThere()
    {
        _rig.Screen.Open(ScreenKind.Console, "192.0.2.50");
        _rig.Screen.OnJudged(ScreenVerdict.Live, TimeSpan.Zero);
        await _rig.Camera.RunAsync();
        var panel = Show();
        Assert.Empty(panel.FindAll("[data-testid=drill-report]"));
        _rig.Drill.Begin(DrillKind.Disconnect, "Ann");
        panel.Render();

        await ClickAsync(panel, "drill-end");

        await _rig.Camera.UntilAsync(() => _rig.Drill.Current is null);
        panel.Render();
        Assert.Equal("aborted", panel.Find("[data-testid=drill-verdict]").GetAttribute("data-state"));
        Assert.Contains("ended early by an operator at the console", panel.Find("[data-testid=drill-report]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Result_EveryVerdict_HasItsSignAndItsReason()
    {
        var result = _rig.Context.Render<DrillResult>(parameters => parameters.Add(one => one.Report, Report()));

        var rows = result.FindAll("tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(
            [
                "1 console 1.9 s 6.2 s ● passed", "192.0.2.50 · camera silent · 2.0 s allowed",
                "2 kiosk – – ▲ failed", "2.0 s allowed · said LIVE throughout the drill",
                "3 console – – ○ not judged", "2.0 s allowed · left during the drill",
            ],
            rows);
        Assert.Equal("failed", result.Find("[data-testid=drill-verdict]").GetAttribute("data-state"));
        var link = result.Find("a[download]");
        Assert.Equal(("drill/report", "Save report"), (link.GetAttribute("href"), link.TextContent));
    }

    private static DrillReport Report() => new()
    {
        Kind = DrillKind.Corrupt,
        Began = DateTimeOffset.UnixEpoch,
        Ended = DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(10),
        By = "Ann",
        Source = CameraRig.Front.Display,
        Verdict = DrillVerdict.Failed,
        Screens =
        [
            Screen(1, ScreenKind.Console, DrillVerdict.Passed) with
            {
                Address = "192.0.2.50",
                VeilAfter = TimeSpan.FromSeconds(1.9),
                Word = "camera-silent",
                RecoveredAfter = TimeSpan.FromSeconds(6.2),
            },
            Screen(2, ScreenKind.Kiosk, DrillVerdict.Failed) with { Remark = "said LIVE throughout the drill" },
            Screen(3, ScreenKind.Console, DrillVerdict.NotJudged) with { Remark = "left during the drill" },
        ],
    };

    private static DrillScreenReport Screen(long number, ScreenKind kind, DrillVerdict verdict) =>
        new() { Number = number, Kind = kind, VeilWithin = TimeSpan.FromSeconds(2), Verdict = verdict };

    private IRenderedComponent<DrillPanel> Show() => _rig.Context.Render<DrillPanel>();

    private static Task ClickAsync(IRenderedComponent<DrillPanel> panel, string testId) => panel.Find($"[data-testid={testId}]").ClickAsync(new());
}
