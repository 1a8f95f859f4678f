using System.Globalization;
using Bunit;
using EdgeCctv.Core.Camera;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Components.Connect;
using EdgeCctv.Web.Configuration;
using EdgeCctv.Web.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeCctv.Tests.Components;

public sealed class TuningPanelTests : IAsyncDisposable
{
    private readonly ConsoleRig _rig = new();
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _language = CultureInfo.CurrentUICulture;

    private KeptTuning Tuning => _rig.Context.Services.GetRequiredService<KeptTuning>();

    private CameraTuning Now => Tuning.Of(CameraRig.Front);

    private IReadOnlyList<Toast> Toasts => _rig.Context.Services.GetRequiredService<ToastBoard>().Shown;

    public async ValueTask DisposeAsync()
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _language);
        await _rig.DisposeAsync();
    }

    [Fact]
    public void Panel_NothingChosen_ShowsTheConfigurationAndWhatNeedsARestart()
    {
        var panel = Show();

        string[] fields = ["quality", "first-picture", "lost-after"];
        Assert.Equal(["80", "4", "2"], fields.Select(id => panel.Find($"[data-testid=tune-{id}]").GetAttribute("value")));
        Assert.StartsWith("After 1 s five times, 5 s five times, 10 s ten times, then every minute.", Text(panel, "tune-reconnect-how"), StringComparison.Ordinal);
        Assert.Contains($"They count for {CameraRig.Front}", Text(panel, "tune-camera"), StringComparison.Ordinal);
        Assert.Contains("in force after a restart", panel.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Set by an operator", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quality_Written_IsInForceAtOnceAndTheToastUndoesIt()
    {
        var panel = Show();

        await WriteAsync(panel, "tune-quality", "60");

        Assert.Equal(60, Now.JpegQuality);
        Assert.StartsWith("Set by an operator; the configuration says 80.", Text(panel, "tune-quality-origin").Trim(), StringComparison.Ordinal);
        var toast = Assert.Single(Toasts);
        Assert.Equal(("JPEG quality is 60, from the next picture on.", "Undo"), (toast.Text, toast.ActionText));
        await panel.InvokeAsync(toast.Action!);
        Assert.Equal(80, Now.JpegQuality);
        await panel.WaitForAssertionAsync(() => Assert.Empty(panel.FindAll("[data-testid=tune-quality-origin]")));
        Assert.Equal("80", panel.Find("[data-testid=tune-quality]").GetAttribute("value"));
    }

    [Fact]
    public async Task Undo_OfOneThing_LeavesWhatWasSetSinceAlone()
    {
        var panel = Show();
        await WriteAsync(panel, "tune-quality", "60");
        await WriteAsync(panel, "tune-lost-after", "3.5");

        await panel.InvokeAsync(Toasts[0].Action!);

        Assert.Equal(new TuningChoices { StallTime = TimeSpan.FromSeconds(3.5) }, Tuning.ChoicesOf(CameraRig.Front));
    }

    [Fact]
    public async Task Limits_Written_SayFromWhenOn()
    {
        var panel = Show();

        await WriteAsync(panel, "tune-first-picture", "7,5");
        await WriteAsync(panel, "tune-lost-after", "0.5");

        Assert.Equal((TimeSpan.FromSeconds(7.5), TimeSpan.FromSeconds(0.5)), (Now.Limits.StartTimeout, Now.Limits.StallTime));
        Assert.Equal(["A first picture has 7.5 s, from the next attempt on.", "The camera counts as lost after 0.5 s, in force at once."], Toasts.Select(toast => toast.Text));
    }

    [Theory]
    [InlineData("quality", "9", "JPEG quality: '9' is not possible; allowed is a whole number from 10 to 100.")]
    [InlineData("quality", "101", "from 10 to 100")]
    [InlineData("quality", "80.5", "whole number")]
    [InlineData("quality", "", "''")]
    [InlineData("first-picture", "8.1", "First picture within, seconds: '8.1' is not possible; allowed is a number from 1 to 8.")]
    [InlineData("lost-after", "-1", "'-1' is not possible; allowed is a number from 0.5 to 15.")]
    [InlineData("lost-after", "soon", "'soon'")]
    public async Task Value_NotAllowed_IsNamedWithWhatIsAllowedAndNothingChanges(string id, string text, string words)
    {
        var panel = Show();

        await WriteAsync(panel, $"tune-{id}", text);

        Assert.Contains(words, Text(panel, "tune-refusal"), StringComparison.Ordinal);
        Assert.Equal(text, panel.Find($"[data-testid=tune-{id}]").GetAttribute("value") ?? "");
        Assert.Equal(Tuning.Configured, Now);
        Assert.Empty(Toasts);
    }

    [Fact]
    public async Task Value_AsItIs_ChangesAndSaysNothing()
    {
        await WriteAsync(Show(), "tune-quality", " 80 ");

        Assert.Empty(Toasts);
        Assert.Equal(TuningChoices.None, Tuning.ChoicesOf(CameraRig.Front));
    }

    [Fact]
    public async Task UseThat_GoesBackToTheConfigurationAndCanBeUndone()
    {
        var panel = Show();
        await WriteAsync(panel, "tune-quality", "60");

        await panel.Find("[data-testid=tune-quality-configured]").ClickAsync(new());

        Assert.Equal(80, Now.JpegQuality);
        Assert.Equal(("JPEG quality is 80, from the next picture on.", 2), (Toasts[^1].Text, Toasts.Count));
        await panel.InvokeAsync(Toasts[^1].Action!);
        Assert.Equal(60, Now.JpegQuality);
    }

    [Fact]
    public async Task Reconnect_Chosen_SaysHowAndCanBeUndone()
    {
        var panel = Show();

        await panel.InvokeAsync(() => panel.FindComponent<Choice<ReconnectPolicy>>().Instance.ValueChanged.InvokeAsync(ReconnectPolicy.Eager));

        Assert.Equal(ReconnectPolicy.Eager, Now.Limits.Reconnect);
        Assert.StartsWith("After 1 s five times, then every 5 s.", Text(panel, "tune-reconnect-how"), StringComparison.Ordinal);
        Assert.Contains("the configuration says As usual.", Text(panel, "tune-reconnect-origin"), StringComparison.Ordinal);
        Assert.Equal("Tried again: Eagerly, from the next failure on.", Assert.Single(Toasts).Text);
        await panel.InvokeAsync(Toasts[0].Action!);
        Assert.Equal(ReconnectPolicy.Usual, Now.Limits.Reconnect);
    }

    [Fact]
    public async Task Write_Refused_IsToldInWordsAndNotInForce()
    {
        var folder = _rig.Context.Services.GetRequiredService<DataFolder>();
        Directory.CreateDirectory(folder["settings.json"]);
        var panel = Show();

        await WriteAsync(panel, "tune-quality", "60");

        Assert.StartsWith("The choice could not be saved, and is not in force:", Text(panel, "tune-refusal"), StringComparison.Ordinal);
        Assert.Equal(80, Now.JpegQuality);
        Assert.Empty(Toasts);
    }

    [Fact]
    public async Task Camera_AnotherOneIsOpen_ItsSettingsAreShownAndSet()
    {
        await _rig.Camera.StartAsync(CameraRig.Back);
        var panel = Show();
        Assert.Contains(CameraRig.Back.Display, Text(panel, "tune-camera"), StringComparison.Ordinal);

        await WriteAsync(panel, "tune-quality", "60");

        Assert.Equal((60, 80), (Tuning.Of(CameraRig.Back).JpegQuality, Now.JpegQuality));
    }

    [Fact]
    public async Task Panel_GermanReader_IsGermanWithItsFigures()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
        var panel = Show();

        await WriteAsync(panel, "tune-lost-after", "2.5");
        await WriteAsync(panel, "tune-quality", "9,5");

        Assert.Contains("Einstellungen dieser Kamera", panel.Markup, StringComparison.Ordinal);
        Assert.Equal("2,5", panel.Find("[data-testid=tune-lost-after]").GetAttribute("value"));
        Assert.StartsWith("Von einem Bediener gesetzt; die Konfiguration sagt 2.", Text(panel, "tune-lost-after-origin").Trim(), StringComparison.Ordinal);
        Assert.Equal(("Die Kamera gilt nach 2,5 s als verloren, sofort wirksam.", "Rückgängig"), (Toasts[0].Text, Toasts[0].ActionText));
        Assert.Equal("JPEG-Qualität: „9,5“ geht nicht; erlaubt ist eine ganze Zahl von 10 bis 100.", Text(panel, "tune-refusal"));
        Assert.StartsWith("Nach 1 s fünfmal, 5 s fünfmal", Text(panel, "tune-reconnect-how"), StringComparison.Ordinal);
    }

    private static Task WriteAsync(IRenderedComponent<TuningPanel> panel, string id, string text) =>
        panel.Find($"[data-testid={id}]").ChangeAsync(new() { Value = text });

    private static string Text(IRenderedComponent<TuningPanel> panel, string id) => panel.Find($"[data-testid={id}]").TextContent;

    private IRenderedComponent<TuningPanel> Show() => _rig.Context.Render<TuningPanel>();
}
