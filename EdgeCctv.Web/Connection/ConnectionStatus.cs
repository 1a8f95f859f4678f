using EdgeCctv.Web.Language;
using EdgeCctv.Web.Texts;

namespace EdgeCctv.Web.Connection;

/// <summary>Everything that is known about one screen's connection at one moment. Immutable.</summary>
public sealed record ConnectionStatus
{
    /// <summary>What a console has; a kiosk never gives up.</summary>
    public const int ConsoleAttempts = 3;

    /// <summary>No page is open, or it has only just been asked for.</summary>
    public static readonly ConnectionStatus Closed = new();

    public ConnectionState State { get; init; }

    /// <summary>What goes on within the state.</summary>
    public ConnectionPhase Phase { get; init; }

    /// <summary>Which attempt of the row this is, from 1, or, while waiting, the one that failed last; 0 while none is made.</summary>
    public int Attempt { get; init; }

    /// <summary>How many attempts a row has; null for a kiosk, whose row never ends.</summary>
    public int? AttemptsAllowed { get; init; } = ConsoleAttempts;

    /// <summary>How long the phase lasts unless something happens, counted from its beginning; null for as long as nothing happens.</summary>
    public TimeSpan? EndsAfter { get; init; }

    /// <summary>Who stopped the camera, while it is stopped.</summary>
    public string? StoppedBy { get; init; }

    /// <summary>Whether the next attempt is due at the end of the phase.</summary>
    public bool IsWaiting => Phase == ConnectionPhase.Waiting;

    /// <summary>The same for people, in the language of whoever reads it.</summary>
    public string Words => State switch
    {
        ConnectionState.Disconnected when StoppedBy is { } by => Told.With(StageTexts.DisconnectedBy, Sentences.Of(by)),
        ConnectionState.Disconnected => StageTexts.Disconnected,
        ConnectionState.Connecting => StageTexts.Connecting,
        ConnectionState.Connected => StageTexts.Connected,
        ConnectionState.Reconnecting when Attempt == 0 => StageTexts.Reconnecting,
        ConnectionState.Reconnecting when AttemptsAllowed is { } allowed => Told.With(StageTexts.ReconnectingAttemptOf, Attempt, allowed),
        ConnectionState.Reconnecting => Told.With(StageTexts.ReconnectingAttempt, Attempt),
        ConnectionState.Failed => StageTexts.Failed,
        _ => throw new InvalidOperationException($"Unknown connection state {State}."),
    };
}

/// <summary>What goes on within a state.</summary>
public enum ConnectionPhase
{
    /// <summary>Nothing is being waited for but what may happen.</summary>
    Resting,

    /// <summary>A painted picture is being waited for.</summary>
    Attempting,

    /// <summary>The attempt failed; the next one is due.</summary>
    Waiting,

    /// <summary>The browser has lost its circuit: nobody could see an attempt succeed, so none is made.</summary>
    Away,
}
