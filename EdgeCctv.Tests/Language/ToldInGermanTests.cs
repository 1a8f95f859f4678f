using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Core.Capture.GStreamer.Usb;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Web.Components.Connect;
using EdgeCctv.Web.Drill;
using EdgeCctv.Web.Hosting;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Language;

/// <summary>What the parts below the pages really say, whole and composed, as a German reader gets it.</summary>
public sealed class ToldInGermanTests
{
    private static readonly CameraStatus Running = new(CameraState.Running, DateTimeOffset.UnixEpoch) { Desired = true };
    private static readonly SceneGeometry Geometry = new(126, 96);

    [Fact]
    public void CauseOfAFault_IsToldWithItsRemedy()
    {
        Expect((Running with { Fault = CameraFault.NoData }).Cause, "Kamera stumm. Strom und Kabel der Kamera prüfen.");
        Expect((Running with { Fault = CameraFault.Unauthorized }).Cause, "Kamera verlangt anderen Benutzernamen oder anderes Passwort. Benutzername und Passwort der Kamera prüfen.");
    }

    [Fact]
    public void ChainOfProof_IsTold()
    {
        var facts = new ProofFacts { Camera = Running, Limit = TimeSpan.FromSeconds(1.8), Received = TimeSpan.Zero, IsReceiving = true, Decoded = TimeSpan.Zero };
        var broken = Running with { Fault = CameraFault.Damaged, State = CameraState.Starting };

        Expect(
            ChainOfProof.Judge(facts with { Drift = TimeSpan.FromSeconds(2.5) }),
            "Bilder kommen 2,5 s zu spät. Netz zwischen Kamera und diesem Rechner prüfen oder Bitrate der Kamera senken.",
            "Aus den Daten der Kamera werden Bilder.",
            "Keine Analyse ist konfiguriert.",
            "Kein Bildschirm ist offen.",
            "Kein Bildschirm ist offen.");
        Expect(
            ChainOfProof.Judge(facts with { Camera = broken, Decoded = null }),
            "Von der Kamera kommen Daten.",
            "Bild beschädigt. Netz auf Verluste prüfen oder Bitrate der Kamera senken.",
            "Keine Analyse ist konfiguriert.",
            "Kein Bildschirm ist offen.",
            "Kein Bildschirm ist offen.");
        Expect(
            ChainOfProof.Judge(facts with { Camera = new CameraStatus(CameraState.Idle, DateTimeOffset.UnixEpoch) }),
            "Die Kamera ist aus. „Einschalten“ startet sie.",
            "Die Kamera ist aus. „Einschalten“ startet sie.",
            "Keine Analyse ist konfiguriert.",
            "Die Kamera ist aus. „Einschalten“ startet sie.",
            "Die Kamera ist aus. „Einschalten“ startet sie.");
    }

    [Fact]
    public void Learning_IsTold()
    {
        Expect(new LearningProgress(152, TimeSpan.FromSeconds(10), 0, 0).Verdict, "Noch nicht genug gesehen: noch 148 Bilder nötig, bisher hat sich nichts bewegt.");
        Expect(
            new LearningProgress(152, TimeSpan.FromSeconds(10), 120, 0).Verdict,
            "Noch nicht genug gesehen: noch 148 Bilder nötig, in 30 weiteren Bildern muss sich etwas bewegen, Bewegung an zu wenigen Orten gesehen.");
        Expect(LearningForecast.Words(TimeSpan.FromMinutes(10), 0.4), "Etwa 0,4 Fehlalarme je Stunde sind zu erwarten, nach dem zur Probe zurückgehaltenen Video.");
        Expect(SceneReply.BadName().Message, "Das ist kein Name für ein Modell; erlaubt: 1 bis 40 Buchstaben, Ziffern, Leerzeichen, - und _, beginnend mit Buchstabe oder Ziffer.");
        Expect(SceneReply.NoCamera().Message, "Es gibt noch keine Kamera: Sie zuerst einschalten.");
    }

    [Theory]
    [InlineData(0, 0, "oben links")]
    [InlineData(1, 0, "oben in der Mitte")]
    [InlineData(2, 0, "oben rechts")]
    [InlineData(0, 1, "links in der Mitte")]
    [InlineData(1, 1, "in der Mitte")]
    [InlineData(2, 1, "rechts in der Mitte")]
    [InlineData(0, 2, "unten links")]
    [InlineData(1, 2, "unten in der Mitte")]
    [InlineData(2, 2, "unten rechts")]
    public void Alarm_IsTold_WithItsPlace(int column, int row, string place)
    {
        var (columns, rows) = Geometry.Small;
        var cells = new float[columns * rows];
        cells[(row * (rows - 1) / 2 * columns) + (column * (columns - 1) / 2)] = 1;

        Expect(SceneWords.WhyThere(Geometry, cells, _ => null), $"Etwas ist dort, wo sonst kaum etwas ist, {place}.");
    }

    [Theory]
    [InlineData("foo", "Die Kameraquelle „foo“ ist von keiner bekannten Art; erlaubt: demo:, rtsp://Rechner/Pfad, http://Rechner/Pfad, usb:0, file:Pfad, gst:Pipeline.")]
    [InlineData("usb:x", "„usb:x“ ist kein Kameragerät; erlaubt: usb:0 bis usb:99, /dev/video0, /dev/v4l/by-id/Name.")]
    [InlineData("demo:?fps=900", "Die Demo-Option „fps“ hat den Wert „900“; erlaubt ist eine Zahl von 0.1 bis 60.")]
    public void SourceThatIsRefused_IsTold(string locator, string german)
    {
        Assert.False(CameraSource.TryParse(locator, out _, out var error));

        Expect(error, german);
    }

    [Fact]
    public void Refusals_AreTold()
    {
        var usb = UsbFaults.Explain(new CaptureException(CameraFault.Busy, "x"), "/dev/video0", isRunning: false, exists: true, _ => "cheese (process 4711, user anna)");

        Expect(usb.Message, "/dev/video0 wird benutzt von cheese (Prozess 4711, Benutzer anna).");
        Expect(ZoneRules.Refusal(new Zone("Tor", ZoneKind.Ignore, []), [])!, "Eine Zone braucht mindestens 3 Ecken.");
        Expect(new SourceForm { Kind = FormKind.Http, Address = "ftp://x" }.Make().Missing!, "Die Adresse beginnt mit ftp://; hier muss es http:// oder https:// sein.");
        Expect(RestartNeed.Of(Running with { LostCaptures = 3 })!, "Programm neu starten: 3 Aufnahmen sind nie aus der Aufnahmebibliothek zurückgekehrt und wurden zurückgelassen; mehr als 2 sind zu viele.");
    }

    [Fact]
    public void EveryDrill_IsTold() => Assert.All(Enum.GetValues<DrillKind>(), kind =>
    {
        Assert.StartsWith("ÜBUNG: ", German(DrillWords.Mark(kind)), StringComparison.Ordinal);
        Assert.StartsWith("ÜBUNG: ", German($"{DrillWords.Mark(kind)}, for 6 s"), StringComparison.Ordinal);
        Assert.EndsWith(", für 6 s", German($"{DrillWords.Mark(kind)}, for 6 s"), StringComparison.Ordinal);
        Assert.DoesNotContain(kind.Word(), German($"Another drill is under way: {kind.Word()}, begun by a REST client."), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("rtsp://10.0.0.7 gave no picture: camera silent. Check the camera's power and cable. Back to demo:.", "rtsp://10.0.0.7 gab kein Bild: Kamera stumm. Strom und Kabel der Kamera prüfen. Zurück zu demo:.")]
    [InlineData("The analysis 'scene' has not answered for 5 s. It is not made anew while 3 of its kind hang; restart the console to mend that.", "Die Analyse „scene“ antwortet seit 5 s nicht. Sie wird nicht neu angelegt, solange 3 ihrer Art hängen; zur Abhilfe den Leitstand neu starten.")]
    [InlineData("Fast motion, Tor, 2.4× the usual speed there.", "Schnelle Bewegung, Tor, 2,4-mal so schnell wie dort üblich.")]
    [InlineData("The model 'day' is again the one learnt on 2 Mar 14:02 UTC.", "Das Modell „day“ ist wieder das am 2. März 14:02 UTC gelernte.")]
    [InlineData("'a.onnx' has a width of 7 pixels; allowed: even, 64 to 640. Take another copy of the file, or learn the scene again.", "„a.onnx“ hat eine Breite von 7 Pixeln; erlaubt: gerade, 64 bis 640. Eine andere Kopie der Datei nehmen oder die Szene neu lernen.")]
    [InlineData("The model could not be saved: Access to the path '/data' is denied. Make room in /data, or let this program write there.", "Das Modell konnte nicht gespeichert werden: Zugriff auf „/data“ verweigert. Platz schaffen in /data oder diesem Programm dort das Schreiben erlauben.")]
    [InlineData("Learning was stopped by an operator at the console, and nothing was kept. Enough was seen.", "Das Lernen wurde gestoppt (ein Bediener am Leitstand), nichts wurde behalten. Genug gesehen.")]
    [InlineData("stopped by the end of a trial.", "ausgeschaltet (Ende eines Versuchs).")]
    [InlineData("The detector's input has a height of 320 pixels; the most is 256: images float [1, 3, 320, 320].", "Die Eingabe des Detektors hat eine Höhe von 320 Pixeln; höchstens 256 sind erlaubt: images float [1, 3, 320, 320].")]
    [InlineData("CPU, 2 threads each", "CPU, je 2 Threads")]
    [InlineData("4 logical", "4 logische")]
    [InlineData("built in (demo:)", "eingebaut (demo:)")]
    [InlineData("a REST client", "ein REST-Client")]
    public void WhatIsComposed_IsTold(string english, string german) => Expect(english, german);

    private static void Expect(Proof proof, params string[] german) => Assert.Equal(german, proof.Links.Select(link => German(link.Advice)));

    private static void Expect(string english, string german) => Assert.Equal(german, German(english));

    private static string German(string english)
    {
        using var reading = new Reading("de-DE");
        return Sentences.Of(english);
    }
}
