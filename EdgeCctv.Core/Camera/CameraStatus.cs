using EdgeCctv.Core.Capture;

namespace EdgeCctv.Core.Camera;

/// <summary>Everything that is known about the camera's life at one moment. Immutable; reading it takes no lock.</summary>
/// <param name="State">Where the camera is.</param>
/// <param name="Since">When it came there; wall clock, for people.</param>
public sealed record CameraStatus(CameraState State, DateTimeOffset Since)
{
    /// <summary>What the operator wants: on or off.</summary>
    public bool Desired { get; init; }

    /// <summary>The source that is, was last, or is to be opened.</summary>
    public CameraSource? Source { get; init; }

    /// <summary>While the old source is being released for a switch: the one that comes next.</summary>
    public CameraSource? Next { get; init; }

    /// <summary>After a switch and until the new source has given a picture: the old one, to which a failure goes back.</summary>
    public CameraSource? Fallback { get; init; }

    /// <summary>What became of the last switch when it failed, one sentence; gone with the next command.</summary>
    public string? Notice { get; init; }

    /// <summary>What is known of the stream, while it runs.</summary>
    public StreamFacts? Facts { get; init; }

    /// <summary>Which attempt in a row this is, from 1; 0 while none is wanted.</summary>
    public int Attempt { get; init; }

    /// <summary>When the next attempt is due, while the manager waits for it.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>Why the last attempt or the last run ended; None after a success.</summary>
    public CameraFault Fault { get; init; }

    /// <summary>The same in the words of the backend, without secrets.</summary>
    public string? Detail { get; init; }

    /// <summary>Who stopped it, once it was stopped.</summary>
    public string? StoppedBy { get; init; }

    /// <summary>Captures whose native side has not returned from a stop and was left behind.</summary>
    public int LostCaptures { get; init; }

    /// <summary>The cause and what to do about it, for the screen; empty where there is none.</summary>
    public string Cause => Fault == CameraFault.None ? "" : $"{Fault.Words()}. {Fault.Remedy()}";
}
