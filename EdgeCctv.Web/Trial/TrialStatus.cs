using EdgeCctv.Core.Capture;

namespace EdgeCctv.Web.Trial;

/// <summary>How far a trial is.</summary>
public enum TrialPhase
{
    /// <summary>None is under way.</summary>
    None,

    /// <summary>The camera is being opened; the one that ran gives way.</summary>
    Opening,

    /// <summary>It gives pictures, and goes away again by itself unless it is kept.</summary>
    Showing,
}

/// <summary>A trial at one moment. Immutable.</summary>
/// <param name="Phase">How far it is.</param>
public sealed record TrialStatus(TrialPhase Phase)
{
    public static TrialStatus None { get; } = new(TrialPhase.None);

    /// <summary>The camera that is tried, or was last.</summary>
    public CameraSource? Source { get; init; }

    /// <summary>The one that ran before, and comes back; null where none did.</summary>
    public CameraSource? Before { get; init; }

    /// <summary>When it goes back by itself, while it shows; wall clock.</summary>
    public DateTimeOffset? GoesBackAt { get; init; }

    /// <summary>What became of the last one, in sentences; null for nothing to say.</summary>
    public string? Outcome { get; init; }

    /// <summary>Whether that is a failure.</summary>
    public bool HasFailed { get; init; }
}
