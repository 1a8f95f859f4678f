using Bunit;
using EdgeCctv.Web.Components.Console;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Components;

public sealed class ScreensPanelTests : IAsyncDisposable
{
    private readonly ConsoleRig _rig = new();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public void Render_ThisScreenAndAnother_EachWithWhatItSays()
    {
        _rig.Screen.Open(ScreenKind.Console, "127.0.0.1");
        _rig.Screen.OnJudged("live", TimeSpan.Zero);
        using var kiosk = new Screen(_rig.Screens, _rig.Camera.Time);
        kiosk.Open(ScreenKind.Kiosk, null);
        kiosk.OnJudged("camera-silent", TimeSpan.FromSeconds(2));
        kiosk.OnSkipped(7);

        var panel = _rig.Context.Render<ScreensPanel>();

        Assert.Contains("Screens, 2 connected", panel.Markup, StringComparison.Ordinal);
        Assert.Equal("live", panel.Find("[data-testid=screen-1]").GetAttribute("data-state"));
        Assert.Contains("Console 1, 127.0.0.1, this one", panel.Find("[data-testid=screen-1]").TextContent, StringComparison.Ordinal);
        var other = panel.Find("[data-testid=screen-2]").TextContent;
        Assert.Contains("Kiosk 2", other, StringComparison.Ordinal);
        Assert.Contains("camera silent", other, StringComparison.Ordinal);
        Assert.Contains("no picture yet · 7 skipped", other, StringComparison.Ordinal);
        Assert.DoesNotContain("this one", other, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_BrowserGone_IsShownButNotCounted()
    {
        _rig.Screen.Open(ScreenKind.Console, null);
        _rig.Screen.OnConnection(false);

        var panel = _rig.Context.Render<ScreensPanel>();

        Assert.Contains("Screens, 0 connected", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("not connected", panel.Find("[data-testid=screen-1]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_NoScreen_SaysSo()
    {
        var panel = _rig.Context.Render<ScreensPanel>();

        Assert.Equal("No console and no kiosk shows the picture now.", panel.Find("[data-testid=screens]").TextContent.Trim());
    }

    [Fact]
    public void State_BrowserGone_SaysSoAndNotWhatItSaidLast()
    {
        _rig.Screen.Open(ScreenKind.Console, null);
        _rig.Screen.OnJudged("live", TimeSpan.Zero);
        _rig.Screen.OnConnection(false);

        Assert.Equal("not connected", ScreenWords.State(_rig.Screen.Read()));
        Assert.Equal(Web.Kit.Tone.Off, ScreenWords.ToneOf(_rig.Screen.Read()));
    }
}
