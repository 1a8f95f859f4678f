using EdgeCctv.Core.Statistics;

namespace EdgeCctv.Core.Inference;

/// <summary>How one analyser is at one moment. Immutable.</summary>
/// <param name="Name">The analyser's name.</param>
/// <param name="State">What it is doing.</param>
public sealed record AnalyzerStatus(string Name, AnalyzerState State)
{
    /// <summary>Why it is stalled, and what to do; null while nothing is wrong.</summary>
    public string? Cause { get; init; }

    /// <summary>When it last analysed a frame, on the monotonic clock; null before the first time in this session of the camera.</summary>
    public long? LastSuccess { get; init; }

    /// <summary>A success older than this is not the present: at least 3 s, three frame intervals of the camera, and three of its own pace.</summary>
    public TimeSpan Limit { get; init; }

    /// <summary>Since when frames have come without one being analysed, on the monotonic clock; null when none came since the last success.</summary>
    public long? WaitingSince { get; init; }

    /// <summary>How long one frame took, over the last minute; null when none was analysed in it.</summary>
    public LatencyPercentiles? TimeMs { get; init; }

    /// <summary>Frames that it analysed since the process started.</summary>
    public long Analysed { get; init; }

    /// <summary>Frames that were due and that it was too slow for, since the process started.</summary>
    public long Skipped { get; init; }

    /// <summary>How many times it was made anew because it stalled or broke.</summary>
    public int Rebuilds { get; init; }

    /// <summary>When it will be made anew; null when that is not due.</summary>
    public DateTimeOffset? NextTry { get; init; }
}

/// <summary>What an analyser is doing.</summary>
public enum AnalyzerState
{
    /// <summary>The camera is off or gives no picture: nothing to analyse.</summary>
    Idle,

    /// <summary>Its model is being loaded.</summary>
    Loading,

    /// <summary>It keeps up with its pace, or skips to the newest frame.</summary>
    Running,

    /// <summary>It hangs, breaks or gives no usable figures: the results of its last frames are no longer true.</summary>
    Stalled,
}
