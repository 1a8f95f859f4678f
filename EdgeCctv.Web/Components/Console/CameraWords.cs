using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Live;
using EdgeCctv.Web.Texts;

namespace EdgeCctv.Web.Components.Console;

/// <summary>What the camera's status means, in the reader's words for the panel and for the veil. Pure.</summary>
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

    /// <summary>The state in a word, for people.</summary>
    public static string Name(CameraState state) => state switch
    {
        CameraState.Idle => CameraTexts.StateIdle,
        CameraState.Starting => CameraTexts.StateStarting,
        CameraState.Running => CameraTexts.StateRunning,
        CameraState.Stopping => CameraTexts.StateStopping,
        CameraState.Error => CameraTexts.StateError,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown camera state."),
    };

    /// <summary>One line below the state: cause, attempt, next try, or who stopped it.</summary>
    public static string Explain(CameraStatus status) => status.State switch
    {
        CameraState.Idle when status.StoppedBy is { } by => Stopped(by, status.Since),
        CameraState.Idle => CameraTexts.Off,
        CameraState.Running => Join(Told.With(CameraTexts.Running, Told.Time(status.Since)), Sentences.OrNone(status.Notice) ?? ""),
        CameraState.Stopping when status.Next is { } next => Told.With(CameraTexts.Switching, next.Display),
        CameraState.Stopping => CameraTexts.Releasing,
        _ => Join(Sentence(status.Cause), Try(status)),
    };

    /// <summary>The moment that the line names, in UTC; null where it names none.</summary>
    public static string? UtcOf(CameraStatus status) => status.State switch
    {
        CameraState.Idle => status.StoppedBy is null ? null : Told.Utc(status.Since),
        CameraState.Running => Told.Utc(status.Since),
        CameraState.Stopping => null,
        _ => status.NextTry is { } next ? Told.Utc(next) : null,
    };

    /// <summary>Why the picture on the screen is not live, as far as the camera is to blame; null while it is well.</summary>
    /// <param name="status">What is known of the camera.</param>
    /// <param name="now">Wall clock, from which the time to the next try is counted.</param>
    public static VeilCause? Veil(ConsoleStatus status, DateTimeOffset now) => status.FrozenFor is { } time
        ? new("picture-frozen", CameraTexts.VeilFrozen, CameraTexts.VeilFrozenDetail) { SameForMs = time.TotalMilliseconds }
        : Veil(status.Camera) is { } cause && status.Camera.NextTry is { } next
            ? cause with { NextTryMs = Math.Max(0, (next - now).TotalMilliseconds), Attempt = status.Camera.Attempt + 1 }
            : Veil(status.Camera);

    /// <summary>The same as far as the camera's state tells; null while it runs.</summary>
    public static VeilCause? Veil(CameraStatus status) => status.State switch
    {
        CameraState.Running => null,
        CameraState.Idle when status.StoppedBy is { } by =>
            new("stopped-by-operator", CameraTexts.VeilStopped, Stopped(by, status.Since)) { Utc = UtcOf(status) },
        CameraState.Idle => new("camera-off", CameraTexts.VeilOff, CameraTexts.VeilOffDetail),
        CameraState.Stopping => new("camera-stopping", CameraTexts.VeilStopping, ""),
        CameraState.Error => new("camera-error", Sentence(status.Fault.Words()).TrimEnd('.'), Sentence(status.Cause)),
        CameraState.Starting when status.Fault == CameraFault.None => new("camera-starting", CameraTexts.VeilStarting, ""),

        // It ran and fell silent; that it is opened anew is not the news yet.
        CameraState.Starting when status is { Fault: CameraFault.NoData, Attempt: 1, NextTry: null } =>
            new("camera-silent", CameraTexts.VeilSilent, CameraTexts.VeilSilentDetail),
        CameraState.Starting when status.NextTry is not null => new("camera-reconnecting", CameraTexts.VeilReconnecting, Sentence(status.Cause)),
        CameraState.Starting => new("camera-reconnecting", CameraTexts.VeilReconnecting, Explain(status)),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status.State, "Unknown camera state."),
    };

    private static string Join(params string[] parts) => string.Join(' ', parts.Where(part => part.Length > 0));

    private static string Try(CameraStatus status) => status.NextTry is { } next
        ? Told.With(CameraTexts.AttemptAt, status.Attempt + 1, Told.Time(next))
        : Told.With(CameraTexts.AttemptUnderWay, status.Attempt);

    private static string Stopped(string by, DateTimeOffset at) => Told.With(CameraTexts.StoppedBy, Sentences.Of(by), Told.Time(at));

    private static string Sentence(string english) => Told.Capital(Sentences.Of(english));
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

    /// <summary>The moment that the detail names, in UTC; null where it names none.</summary>
    public string? Utc { get; init; }
}
