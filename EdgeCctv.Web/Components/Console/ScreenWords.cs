using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Live;
using EdgeCctv.Web.Texts;

namespace EdgeCctv.Web.Components.Console;

/// <summary>What is known of a screen, in the reader's words. Pure.</summary>
internal static class ScreenWords
{
    public static Tone ToneOf(ScreenSnapshot screen) => !screen.IsConnected ? Tone.Off : screen.Verdict.IsLive ? Tone.Good : Tone.Bad;

    /// <summary>"Kiosk 2, 10.0.0.7".</summary>
    public static string Name(ScreenSnapshot screen) =>
        Told.With(screen.Kind == ScreenKind.Kiosk ? FigureTexts.ScreenKiosk : FigureTexts.ScreenConsole, screen.Number) + (screen.Address is { } address ? $", {address}" : "");

    /// <summary>"live", "camera silent", or that its browser is not connected now.</summary>
    public static string State(ScreenSnapshot screen) => screen.IsConnected ? Verdict(screen.Verdict.Word) : FigureTexts.NotConnected;

    /// <summary>What a stage says of its picture, for people.</summary>
    /// <param name="word">One of <see cref="StageWords"/>.</param>
    public static string Verdict(string word) => word switch
    {
        ScreenVerdict.Live => StageTexts.WordLive,
        "connecting" => StageTexts.WordConnecting,
        "camera-starting" => StageTexts.WordCameraStarting,
        "camera-silent" => StageTexts.WordCameraSilent,
        "camera-late" => StageTexts.WordCameraLate,
        "camera-reconnecting" => StageTexts.WordCameraReconnecting,
        "camera-error" => StageTexts.WordCameraError,
        "picture-frozen" => StageTexts.WordPictureFrozen,
        "picture-damaged" => StageTexts.WordPictureDamaged,
        "camera-stopping" => StageTexts.WordCameraStopping,
        "camera-off" => StageTexts.WordCameraOff,
        "stopped-by-operator" => StageTexts.WordStoppedByOperator,
        "server-silent" => StageTexts.WordServerSilent,
        "connection-lost" => StageTexts.WordConnectionLost,
        StageWords.CannotKeepUp => StageTexts.WordScreenCannotKeepUp,
        "screen-suspended" => StageTexts.WordScreenSuspended,
        _ => StageTexts.WordUnknown,
    };

    /// <summary>"picture 812 · 12 / 23 / 40 ms · 3 skipped".</summary>
    public static string Figures(ScreenSnapshot screen)
    {
        // A picture's number is its name: it is not parted.
        var picture = screen.Sequence is { } sequence ? Told.With(FigureTexts.ScreenPicture, sequence) : FigureTexts.ScreenNoPicture;
        var skipped = Told.With(FigureTexts.ScreenSkipped, Told.Number(screen.Skipped));
        return screen.Latency is { } known
            ? $"{picture} · {Told.With(FigureTexts.ScreenLatency, Told.Number(known.P50), Told.Number(known.P95), Told.Number(known.Max))} · {skipped}"
            : $"{picture} · {skipped}";
    }
}
