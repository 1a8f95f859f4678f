using System.Globalization;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Components.Console;

/// <summary>What is known of a screen, in words. Pure.</summary>
internal static class ScreenWords
{
    public static Tone ToneOf(ScreenSnapshot screen) => !screen.IsConnected ? Tone.Off : screen.Verdict.IsLive ? Tone.Good : Tone.Bad;

    /// <summary>"Kiosk 2, 10.0.0.7".</summary>
    public static string Name(ScreenSnapshot screen) =>
        string.Create(CultureInfo.InvariantCulture, $"{screen.Kind} {screen.Number}") + (screen.Address is { } address ? $", {address}" : "");

    /// <summary>"live", "camera silent", or that its browser is not connected now.</summary>
    public static string State(ScreenSnapshot screen) => screen.IsConnected ? screen.Verdict.Word.Replace('-', ' ') : "not connected";

    /// <summary>"picture 812 · 12 / 23 / 40 ms · 3 skipped".</summary>
    public static string Figures(ScreenSnapshot screen)
    {
        var picture = screen.Sequence is { } sequence ? $"picture {Number(sequence)}" : "no picture yet";
        var latency = screen.Latency is { } known ? $" · {Number(known.P50)} / {Number(known.P95)} / {Number(known.Max)} ms" : "";
        return $"{picture}{latency} · {Number(screen.Skipped)} skipped";
    }

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
