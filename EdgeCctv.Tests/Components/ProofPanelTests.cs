using AngleSharp.Dom;
using Bunit;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Components.Console;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Components;

public sealed class ProofPanelTests : IAsyncDisposable
{
    private readonly ConsoleRig _rig = new();

    [Fact]
    public async Task Running_ScreenPaints_EveryLightHasSignNameAgeAndAdvice()
    {
        await _rig.Camera.RunAsync();
        _rig.Screen.Open(ScreenKind.Console, address: null);
        _rig.Screen.OnPainted(1, default);
        var panel = Show();

        Assert.Equal(["ok", "ok", "off", "ok", "ok"], States(panel));
        Assert.Equal(["●", "capture", "ok", "0.0 s"], Parts(panel, "capture"));
        Assert.Equal(["○", "analysis", "off", "–"], Parts(panel, "analysis"));
        Assert.Equal("No analysis is configured.", Light(panel, "analysis").GetAttribute("title"));
        Assert.Equal("Every link does what is wanted of it.", Note(panel));
    }

    [Fact]
    public async Task Lost_CaptureIsRedWithTheCauseInTheNote()
    {
        await _rig.Camera.RunAsync();
        _rig.Camera.Backend.Fail(CameraFault.Refused);
        await _rig.Camera.ElapseAsync(CameraRig.Settings.StallTime);
        await _rig.Camera.UntilAsync(() => _rig.Camera.Status.Fault == CameraFault.NoData);
        var panel = Show();

        Assert.Equal(["failing", "late", "off", "off", "off"], States(panel));
        Assert.Equal(("▲", "◐"), (Parts(panel, "capture")[0], Parts(panel, "decode")[0]));
        Assert.Equal("Capture: Camera silent. Check the camera's power and cable.", Note(panel));
    }

    [Fact]
    public async Task NothingBroken_FirstLateLinkHasTheNote()
    {
        await _rig.Camera.RunAsync();
        _rig.Screen.Open(ScreenKind.Console, address: null);
        _rig.Screen.OnSent(1);
        var panel = Show();

        Assert.Equal(["ok", "ok", "off", "ok", "late"], States(panel));
        Assert.Equal("Paint: A screen has just opened.", Note(panel));
    }

    [Fact]
    public void Off_NothingIsWanted()
    {
        var panel = Show();

        Assert.Equal(["off", "off", "off", "off", "off"], States(panel));
        Assert.Equal("Nothing is wanted of the camera.", Note(panel));
    }

    [Theory]
    [InlineData(0.94, "0.9 s")]
    [InlineData(0.96, "1 s")]
    [InlineData(59.4, "59 s")]
    [InlineData(59.6, "1 min")]
    [InlineData(3599, "60 min")]
    [InlineData(7300, "2 h")]
    public async Task Age_AnyLength_IsShort(double seconds, string text)
    {
        await _rig.Camera.RunAsync();
        _rig.Camera.Backend.Last.Receive();
        _rig.Camera.Time.StandStill(TimeSpan.FromSeconds(seconds));

        Assert.Equal(text, Parts(Show(), "capture")[^1]);
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    private IRenderedComponent<ProofPanel> Show() => _rig.Context.Render<ProofPanel>();

    private static IElement Light(IRenderedComponent<ProofPanel> panel, string link) => panel.Find($"[data-testid=proof-{link}]");

    private static string[] Parts(IRenderedComponent<ProofPanel> panel, string link) => [.. Light(panel, link).Children.Select(part => part.TextContent)];

    private static IEnumerable<string?> States(IRenderedComponent<ProofPanel> panel) =>
        Enum.GetValues<ProofStep>().Select(step => Light(panel, step.Word()).GetAttribute("data-state"));

    private static string Note(IRenderedComponent<ProofPanel> panel) => panel.Find("[data-testid=proof-note]").TextContent;
}
