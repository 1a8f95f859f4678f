using Bunit;
using EdgeCctv.Web.Components.Support;
using EdgeCctv.Web.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EdgeCctv.Tests.Components.Support;

public sealed class LogPanelTests : IAsyncDisposable
{
    private readonly ConsoleRig _rig = new();

    private LogRing Ring => _rig.Context.Services.GetRequiredService<LogRing>();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public void Show_AFewLines_NewestFirstWithTimeLevelAndWho()
    {
        Add(LogLevel.Information, "first");
        Add(LogLevel.Error, "second");
        var panel = _rig.Context.Render<LogPanel>();

        Assert.Equal(["second", "first"], Messages(panel));
        Assert.Equal(["00:30:00", "▲ error", "Tester", "second"], panel.Find("[data-testid=log-line]").Children.Select(part => part.TextContent));
        Assert.Equal("2026-03-30 00:30:00.000 UTC", panel.Find("time").GetAttribute("title"));
    }

    [Theory]
    [InlineData("All", "critical error warning info")]
    [InlineData("Warnings", "critical error warning")]
    [InlineData("Errors", "critical error")]
    public async Task Filter_EachLevel_ShowsItAndWhatIsGraver(string filter, string shown)
    {
        Array.ForEach([LogLevel.Information, LogLevel.Warning, LogLevel.Error, LogLevel.Critical], level => Add(level, "x"));
        var panel = _rig.Context.Render<LogPanel>();

        await panel.FindAll("[data-testid=log-filter] *").First(part => part.TextContent.Trim() == filter).ClickAsync(new());

        Assert.Equal(shown, string.Join(' ', panel.FindAll("[data-testid=log-line]").Select(line => line.GetAttribute("data-level"))));
        Assert.Equal($"{shown.Split(' ').Length} of 4 lines", panel.Find("[data-testid=log-count]").TextContent);
    }

    [Fact]
    public async Task News_WithinASecond_WaitForItsEndAndWithoutAnyNothingIsDrawn()
    {
        var panel = _rig.Context.Render<LogPanel>();

        Add(LogLevel.Information, "a");
        Add(LogLevel.Information, "b");
        Assert.Empty(Messages(panel));
        _rig.Camera.Time.Advance(TimeSpan.FromSeconds(1));
        await panel.WaitForStateAsync(() => Messages(panel).SequenceEqual(["b", "a"]));
        await panel.InvokeAsync(() => { });
        var renders = panel.RenderCount;
        _rig.Camera.Time.Advance(TimeSpan.FromSeconds(5));
        await panel.InvokeAsync(() => { });

        Assert.Equal(renders, panel.RenderCount);
    }

    [Fact]
    public async Task Pause_LinesCome_NothingMovesUntilItGoesOn()
    {
        Add(LogLevel.Information, "before");
        var panel = _rig.Context.Render<LogPanel>();

        await TurnAsync(panel, isPaused: true);
        Add(LogLevel.Information, "meanwhile");
        _rig.Camera.Time.Advance(TimeSpan.FromSeconds(2));
        await panel.InvokeAsync(() => { });
        Assert.Equal(["before"], Messages(panel));

        await TurnAsync(panel, isPaused: false);
        Assert.Equal(["meanwhile", "before"], Messages(panel));
    }

    [Fact]
    public async Task Dispose_Panel_ItsClockStops()
    {
        _rig.Context.Render<LogPanel>();
        Assert.True(_rig.Camera.Time.IsDueIn(TimeSpan.FromSeconds(1)));

        await _rig.Context.DisposeComponentsAsync();

        Assert.False(_rig.Camera.Time.IsDueIn(TimeSpan.FromSeconds(1)));
    }

    private void Add(LogLevel level, string message) => Ring.Add(level, "EdgeCctv.Tester", message, null);

    private static IEnumerable<string> Messages(IRenderedComponent<LogPanel> panel) => panel.FindAll(".log-what").Select(what => what.TextContent);

    private static Task TurnAsync(IRenderedComponent<LogPanel> panel, bool isPaused)
    {
        var toggle = panel.FindComponent<Web.Kit.Toggle>().Instance;
        return panel.InvokeAsync(() => toggle.ValueChanged.InvokeAsync(isPaused));
    }
}
