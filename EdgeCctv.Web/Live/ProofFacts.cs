using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Inference;

namespace EdgeCctv.Web.Live;

/// <summary>What the chain of proof is judged by, all of one moment. Times are times since then; null where it has not happened.</summary>
internal sealed record ProofFacts
{
    public required CameraStatus Camera { get; init; }

    /// <summary>The freshness limit for the camera's own interval.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>Since anything came from the camera.</summary>
    public TimeSpan? Received { get; init; }

    /// <summary>Whether that came to the capture that is open now.</summary>
    public bool IsReceiving { get; init; }

    /// <summary>Whether the last attempt was given up while data came that became no picture.</summary>
    public bool EndedInVain { get; init; }

    /// <summary>Since the receipt of the newest published picture.</summary>
    public TimeSpan? Decoded { get; init; }

    /// <summary>What that picture was held up before its receipt.</summary>
    public TimeSpan Drift { get; init; }

    /// <summary>Whether the camera repeats that picture.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>For how long pictures have been published without a gap: what follows them cannot have been waiting for longer.</summary>
    public TimeSpan? Flowing { get; init; }

    /// <summary>The analysers; none when no analysis is configured.</summary>
    public IReadOnlyList<ProofAnalysis> Analyses { get; init; } = [];

    /// <summary>Whether so many frames are skipped that the scene cannot be judged by those that are analysed.</summary>
    public bool IsSkipping { get; init; }

    /// <summary>Since every analyser has analysed a frame: the age of the oldest of their last successes.</summary>
    public TimeSpan? Analysed => Analyses.Any(one => one.Analysed is null) ? null : Analyses.Max(one => one.Analysed);

    /// <summary>The screens that are connected.</summary>
    public IReadOnlyList<ProofScreen> Screens { get; init; } = [];

    public bool IsRunning => Camera.State == CameraState.Running;

    /// <summary>Whether there is a picture now for those who wait for one.</summary>
    public bool HasPicture => IsRunning && Decoded <= Limit;

    /// <summary>Whether it is live as well.</summary>
    public bool IsFresh => HasPicture && !IsFrozen && Decoded + Drift <= Limit;
}

/// <summary>One analyser.</summary>
/// <param name="State">What it is doing.</param>
/// <param name="Limit">An analysis of its own pace: a success older than this is not the present.</param>
/// <param name="Analysed">Since it analysed a frame.</param>
/// <param name="Waiting">For how long frames have come without one being analysed.</param>
/// <param name="Cause">Why it is stalled.</param>
internal readonly record struct ProofAnalysis(AnalyzerState State, TimeSpan Limit, TimeSpan? Analysed, TimeSpan? Waiting = null, string? Cause = null)
{
    public bool IsInTime => Analysed <= Limit;
}

/// <summary>One connected screen.</summary>
/// <param name="Connected">Since it was opened or came back.</param>
/// <param name="Sent">Since a picture was handed to its circuit.</param>
/// <param name="Painted">Since it acknowledged one.</param>
internal readonly record struct ProofScreen(TimeSpan Connected, TimeSpan? Sent, TimeSpan? Painted)
{
    /// <summary>Since it was certainly given a picture: what was painted was sent.</summary>
    public TimeSpan? Given => Sent is { } sent && !(Painted < sent) ? sent : Painted;

    /// <summary>Whether a picture was sent that it has not acknowledged.</summary>
    public bool IsPainting => Sent is { } sent && !(Painted <= sent);
}
