using System.Globalization;
using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Components.Console;

/// <summary>What the camera's status means, in words for the panel and for the veil. Pure.</summary>
internal static class CameraWords
{
    public static Tone ToneOf(CameraState state) => state switch
    {
        CameraState.Idle => Tone.Off,
        CameraState.Running => Tone.Good,
        CameraState.Starting or CameraState.Stopping => Tone.Busy,
        CameraState.Error => Tone.Bad,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown camera state."),
    };

    /// <summary>One line below the state: cause, attempt, next try, or who stopped it.</summary>
    public static string Explain(CameraStatus status) => status.State switch
    {
        CameraState.Idle when status.StoppedBy is { } by => $"Stopped by {by} at {Time(status.Since)}.",
        CameraState.Idle => "Off. Deploy starts it.",
        CameraState.Running => Join($"Running since {Time(status.Since)}.", status.Notice ?? ""),
        CameraState.Stopping when status.Next is { } next => $"Switching to {next.Display}…",
        CameraState.Stopping => "Releasing the camera…",
        _ => Join(Sentence(status.Cause), Try(status)),
    };

    /// <summary>Why the picture on the screen is not live, as far as the camera is to blame; null while it is well.</summary>
    /// <param name="status">What is known of the camera.</param>
    /// <param name="now">Wall clock, from which the time to the next try is counted.</param>
    public static VeilCause? Veil(ConsoleStatus status, DateTimeOffset now) => status.FrozenFor is { } time
        ? new("picture-frozen", "Picture frozen", "The camera repeats one and the same picture. Restart the camera.") { SameForMs = time.TotalMilliseconds }
        : Veil(status.Camera) is { } cause && status.Camera.NextTry is { } next
            ? cause with { NextTryMs = Math.Max(0, (next - now).TotalMilliseconds), Attempt = status.Camera.Attempt + 1 }
            : Veil(status.Camera);

    /// <summary>The same as far as the camera's state tells; null while it runs.</summary>
    public static VeilCause? Veil(CameraStatus status) => status.State switch
    {
        CameraState.Running => null,
        CameraState.Idle when status.StoppedBy is { } by => new("stopped-by-operator", "Camera stopped", $"Stopped by {by} at {Time(status.Since)}."),
        CameraState.Idle => new("camera-off", "Camera off", "Deploy starts it."),
        CameraState.Stopping => new("camera-stopping", "Camera stopping", ""),
        CameraState.Error => new("camera-error", Sentence(status.Fault.Words()).TrimEnd('.'), Sentence(status.Cause)),
        CameraState.Starting when status.Fault == CameraFault.None => new("camera-starting", "Connecting…", ""),

        // It ran and fell silent; that it is opened anew is not the news yet.
        CameraState.Starting when status is { Fault: CameraFault.NoData, Attempt: 1, NextTry: null } =>
            new("camera-silent", "Camera silent", "The camera sends no pictures. It is being opened anew…"),
        CameraState.Starting when status.NextTry is not null => new("camera-reconnecting", "Camera reconnecting", Sentence(status.Cause)),
        CameraState.Starting => new("camera-reconnecting", "Camera reconnecting", Explain(status)),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status.State, "Unknown camera state."),
    };

    private static string Join(params string[] parts) => string.Join(' ', parts.Where(part => part.Length > 0));

    private static string Try(CameraStatus status) => status.NextTry is { } next
        ? $"Attempt {status.Attempt + 1} at {Time(next)}."
        : $"Attempt {status.Attempt} under way…";

    private static string Sentence(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Time(DateTimeOffset time) => time.ToString("HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}

/// <summary>What the veil says.</summary>
/// <param name="Word">For machines, kebab-case.</param>
/// <param name="Headline">Readable from across the room.</param>
/// <param name="Detail">What is being done, or what to do.</param>
internal sealed record VeilCause(string Word, string Headline, string Detail)
{
    /// <summary>For how long the camera has been sending the same picture, milliseconds, where that is the cause.</summary>
    public double? SameForMs { get; init; }

    /// <summary>When the next attempt to reach the camera is due, milliseconds from now, while one is waited for.</summary>
    public double? NextTryMs { get; init; }

    /// <summary>Which attempt that will be, from 1.</summary>
    public int? Attempt { get; init; }
}
