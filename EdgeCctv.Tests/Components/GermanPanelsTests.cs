using Bunit;
using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Language;
using EdgeCctv.Web.Components.Console;
using EdgeCctv.Web.Connection;
using EdgeCctv.Web.Drill;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Components;

/// <summary>The panels beside the picture for a reader in Berlin: words, figures and times are hers, states for machines are not.</summary>
public sealed class GermanPanelsTests : IAsyncDisposable
{
    private readonly ConsoleRig _rig = new();
    private readonly Reading _reading = new("de-DE", "Europe/Berlin");

    public async ValueTask DisposeAsync()
    {
        _reading.Dispose();
        await _rig.DisposeAsync();
    }

    [Fact]
    public async Task Camera_Running_SaysSoWithTheTimeHereAndInUtc()
    {
        await _rig.Camera.RunAsync();

        var panel = _rig.Context.Render<CameraPanel>();

        var (state, cause) = (panel.Find("[data-testid=camera-state]"), panel.Find("[data-testid=camera-cause]"));
        Assert.Equal("running", state.GetAttribute("data-state"));
        Assert.Contains("LÄUFT", state.TextContent, StringComparison.Ordinal);
        var since = _rig.Camera.Status.Since;
        var here = TimeZoneInfo.ConvertTime(since, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        Assert.Equal($"Läuft seit {here:HH:mm:ss}.", cause.TextContent);
        Assert.Equal($"{since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC", cause.GetAttribute("title"));
    }

    [Fact]
    public void Veil_Stopped_TellsTheTimeHereAndInUtc()
    {
        var status = new CameraStatus(CameraState.Idle, new DateTimeOffset(2026, 7, 2, 22, 4, 5, TimeSpan.Zero)) { StoppedBy = "Ann" };

        var cause = CameraWords.Veil(status);

        Assert.Equal(("stopped-by-operator", "Kamera ausgeschaltet", "Um 00:04:05 ausgeschaltet (Ann)."), (cause!.Word, cause.Headline, cause.Detail));
        Assert.Equal("2026-07-02 22:04:05 UTC", cause.Utc);
    }

    [Fact]
    public void Connection_Words_AreGerman()
    {
        Assert.Equal("Verbindung verloren, neuer Versuch (2/3) …", (ConnectionStatus.Closed with { State = ConnectionState.Reconnecting, Attempt = 2 }).Words);
        Assert.Equal("Getrennt, ausgeschaltet (Ann)", (ConnectionStatus.Closed with { StoppedBy = "Ann" }).Words);
    }

    [Fact]
    public async Task Proof_NamesAreGermanAndStatesForMachinesAreNot()
    {
        await _rig.Camera.RunAsync();
        _rig.Screen.Open(ScreenKind.Console, address: null);
        _rig.Screen.OnPainted(1, default);

        var light = _rig.Context.Render<ProofPanel>().Find("[data-testid=proof-capture]");

        Assert.Equal("ok", light.GetAttribute("data-state"));
        Assert.Equal(["●", "Empfang", "in Ordnung", "0,0 s"], light.Children.Select(part => part.TextContent.Trim()));
    }

    [Fact]
    public void Screens_ThisOneAndAnother_AreGerman()
    {
        _rig.Screen.Open(ScreenKind.Console, null);
        using var kiosk = new Screen(_rig.Screens, _rig.Camera.Time);
        kiosk.Open(ScreenKind.Kiosk, null);
        kiosk.OnJudged("camera-silent", TimeSpan.FromSeconds(2));
        kiosk.OnSkipped(18_000);

        var panel = _rig.Context.Render<ScreensPanel>();

        Assert.Contains("Bildschirme, 2 verbunden", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("Leitstand 1, dieser", panel.Find("[data-testid=screen-1]").TextContent, StringComparison.Ordinal);
        var other = panel.Find("[data-testid=screen-2]");
        Assert.Equal("camera-silent", other.GetAttribute("data-state"));
        Assert.Contains("Kamera stumm", other.TextContent, StringComparison.Ordinal);
        Assert.Contains("noch kein Bild · 18.000 ausgelassen", other.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Drill_MarkAndReport_AreGerman()
    {
        Assert.Equal("ÜBUNG: Bild absichtlich eingefroren", DrillSpeech.Mark(new DrillProgress(DrillKind.Freeze, DrillWords.Mark(DrillKind.Freeze), "Ann", TimeSpan.Zero)));

        var result = _rig.Context.Render<DrillResult>(parameters => parameters.Add(one => one.Report, new DrillReport
        {
            Kind = DrillKind.Corrupt,
            Began = DateTimeOffset.UnixEpoch,
            Ended = DateTimeOffset.UnixEpoch,
            By = "Ann",
            Source = CameraRig.Front.Display,
            Verdict = DrillVerdict.NotJudged,
            Screens =
            [
                new() { Number = 1, Kind = ScreenKind.Console, VeilAfter = TimeSpan.FromSeconds(1.9), Word = "camera-silent", VeilWithin = TimeSpan.FromSeconds(2), Verdict = DrillVerdict.Passed },
            ],
        }));

        var verdict = result.Find("[data-testid=drill-verdict]");
        Assert.Equal("not-judged", verdict.GetAttribute("data-state"));
        Assert.Contains("nicht bewertet", verdict.TextContent, StringComparison.Ordinal);
        Assert.Contains("Beschädigen, 01:00:00, von: Ann.", result.Markup, StringComparison.Ordinal);
        Assert.Contains("1,9 s", result.Find(".drill-screen").TextContent, StringComparison.Ordinal);
        Assert.Equal("Kamera stumm · 2,0 s erlaubt", result.Find(".drill-detail").TextContent.Trim());
    }
}
