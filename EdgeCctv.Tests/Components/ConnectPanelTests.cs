using System.Globalization;
using Bunit;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Components.Connect;
using EdgeCctv.Web.Configuration;
using EdgeCctv.Web.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeCctv.Tests.Components;

public sealed class ConnectPanelTests : IAsyncDisposable
{
    private readonly ConsoleRig _rig = new();

    private IServiceProvider Services => _rig.Context.Services;

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public void Form_NoCameraRuns_SaysThatItIsReleased() =>
        Assert.Contains("It is released by itself after 15 s", _rig.Context.Render<ConnectPanel>().Markup, StringComparison.Ordinal);

    [Fact]
    public async Task Form_CameraRuns_SaysWhatItInterrupts()
    {
        await _rig.Camera.RunAsync();

        Assert.Contains($"{CameraRig.Front} is interrupted, on all screens", _rig.Context.Render<ConnectPanel>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_OfTheDemoCameraAndOfOthers_AreThoseANewcomerKnows()
    {
        var demo = Locators.Parse("demo:?seed=7");

        Assert.Equal(("the demo camera", "The demo camera"), (ConnectWords.Name(demo), ConnectWords.NameFirst(demo)));
        Assert.Equal((CameraRig.Front.Display, CameraRig.Front.Display), (ConnectWords.Name(CameraRig.Front), ConnectWords.NameFirst(CameraRig.Front)));
    }

    [Fact]
    public async Task Try_NothingFilledIn_SaysWhatIsMissing()
    {
        var panel = _rig.Context.Render<ConnectPanel>();

        await panel.Find("[data-testid=connect-try]").ClickAsync(new());

        Assert.StartsWith("What is the camera's address?", Text(panel, "connect-outcome"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Try_ThenKeep_ShowsTheFactsAndOffersToUndo()
    {
        await _rig.Camera.RunAsync();
        var panel = _rig.Context.Render<ConnectPanel>();
        await FillInAsync(panel);

        await panel.Find("[data-testid=connect-try]").ClickAsync(new());
        await panel.WaitForElementAsync("[data-testid=connect-shown]");
        Assert.Equal($"This is {CameraRig.Back}.", Text(panel, "connect-shown"));
        Assert.Equal($"{CameraRig.Front} comes back in 15 s.", Text(panel, "connect-countdown"));
        Assert.Contains($"{TinyJpeg.Width}×{TinyJpeg.Height}", Text(panel, "connect-facts"), StringComparison.Ordinal);

        await panel.Find("[data-testid=connect-keep]").ClickAsync(new());

        var toast = Assert.Single(Services.GetRequiredService<ToastBoard>().Shown);
        Assert.Equal(($"{CameraRig.Back} is kept.", "Undo"), (toast.Text, toast.ActionText));
        Assert.Equal(CameraRig.Back, Services.GetRequiredService<SourceBook>().Current);
        await toast.Action!();
        Assert.Equal(CameraRig.Front, Services.GetRequiredService<SourceBook>().Current);
    }

    [Fact]
    public async Task Try_CameraRefuses_TheFormIsBackWithTheReason()
    {
        await _rig.Camera.RunAsync();
        _rig.Camera.Backend.FailFor(CameraRig.Back, CameraFault.Unauthorized);
        var panel = _rig.Context.Render<ConnectPanel>();
        await FillInAsync(panel);

        await panel.Find("[data-testid=connect-try]").ClickAsync(new());

        await panel.WaitForAssertionAsync(() => Assert.Contains(
            CameraFault.Unauthorized.Words(), Text(panel, "connect-outcome"), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Panel_GermanReader_IsGermanWithTheReasonOfTheForm()
    {
        var (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
        try
        {
            await _rig.Camera.RunAsync();
            var panel = _rig.Context.Render<ConnectPanel>();
            Assert.Contains($"{CameraRig.Front} wird unterbrochen, auf allen Bildschirmen, und kommt nach 15 s von selbst zurück", panel.Markup, StringComparison.Ordinal);

            await panel.Find("[data-testid=connect-try]").ClickAsync(new());
            Assert.Equal("Wie ist die Adresse der Kamera? Zum Beispiel rtsp://192.168.1.20/stream.", Text(panel, "connect-outcome"));

            Assert.Contains("Einschalten öffnet", _rig.Context.Render<SourcePanel>().Markup, StringComparison.Ordinal);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
        }
    }

    private static Task FillInAsync(IRenderedComponent<ConnectPanel> panel) =>
        panel.Find("[data-testid=connect-address]").ChangeAsync(new() { Value = "192.0.2.8/back" });

    private static string Text(IRenderedComponent<ConnectPanel> panel, string id) => panel.Find($"[data-testid={id}]").TextContent;
}
