using Bunit;
using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Components.Console;

namespace EdgeCctv.Tests.Components;

public sealed class CameraPanelTests : IAsyncDisposable
{
    private readonly ConsoleRig _rig = new();

    [Fact]
    public async Task Idle_OnlyDeployIsEnabledAndStartsTheConfiguredCamera()
    {
        var panel = Show();
        Assert.Equal(("idle", true, false), Look(panel));

        await panel.Find("[data-testid=deploy]").ClickAsync(new());

        await _rig.Camera.ReachAsync(CameraState.Running);
        Assert.Equal(CameraRig.Front, _rig.Camera.Status.Source);
    }

    [Fact]
    public async Task Running_OnlyDisengageIsEnabledAndStops()
    {
        await _rig.Camera.RunAsync();
        var panel = Show();
        Assert.Equal(("running", false, true), Look(panel));

        await panel.Find("[data-testid=disengage]").ClickAsync(new());

        await _rig.Camera.ReachAsync(CameraState.Idle);
        Assert.Equal("an operator at the console", _rig.Camera.Status.StoppedBy);
    }

    [Fact]
    public async Task Starting_AttemptUnderWay_OnlyDisengageIsEnabled()
    {
        _rig.Camera.Backend.HasFirstPicture = false;
        var start = _rig.Camera.StartAsync();
        await _rig.Camera.SettleAsync();

        Assert.Equal(("starting", false, true), Look(Show()));
        await _rig.Camera.StopAsync();
        await start;
    }

    [Fact]
    public async Task Starting_WaitingForTheNextTry_DeployTriesAtOnce()
    {
        _rig.Camera.Backend.Fail(CameraFault.Refused);
        await _rig.Camera.StartAsync();
        _rig.Camera.Backend.OpenFailure = null;
        var panel = Show();
        Assert.Equal(("starting", true, true), Look(panel));

        await panel.Find("[data-testid=deploy]").ClickAsync(new());

        await _rig.Camera.ReachAsync(CameraState.Running);
    }

    [Fact]
    public async Task Error_BothAreEnabledAndTheCauseIsShown()
    {
        _rig.Camera.Backend.Fail(CameraFault.Unauthorized);
        await _rig.Camera.StartAsync();
        var panel = Show();

        Assert.Equal(("error", true, true), Look(panel));
        Assert.Contains("Check user name and password", panel.Find("[data-testid=camera-cause]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_NeitherIsEnabled()
    {
        _rig.Camera.Backend.Hangs = FakeHang.Dispose;
        await _rig.Camera.RunAsync();
        var stop = _rig.Camera.StopAsync();
        await _rig.Camera.ReachAsync(CameraState.Stopping);

        Assert.Equal(("stopping", false, false), Look(Show()));
        _rig.Camera.Backend.ReleaseAll();
        await stop;
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    private IRenderedComponent<CameraPanel> Show() => _rig.Context.Render<CameraPanel>();

    private static (string? State, bool Deploy, bool Disengage) Look(IRenderedComponent<CameraPanel> panel) =>
        (panel.Find("[data-testid=camera-state]").GetAttribute("data-state"), IsEnabled(panel, "deploy"), IsEnabled(panel, "disengage"));

    private static bool IsEnabled(IRenderedComponent<CameraPanel> panel, string testId) =>
        !panel.Find($"[data-testid={testId}]").HasAttribute("disabled");
}
