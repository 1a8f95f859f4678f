using System.Collections.Immutable;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>What normal looks like in one scene: everything that learning found out. Immutable; no array may be written to.</summary>
public sealed record SceneModel
{
    /// <summary>In less video most places are new, and what is where says nothing.</summary>
    public static TimeSpan LeastForPlaces => PlaceThreshold.LeastSeen;

    public required SceneGeometry Geometry { get; init; }

    public required SceneModelInfo Info { get; init; }

    /// <summary>The usual speed in each small cell, one level of flow, pixels per frame, above 0: perspective times local residual (q0·E0). Row by row.</summary>
    public required float[] Speed { get; init; }

    /// <summary>The same for the flow of three levels (q1·E1).</summary>
    public required float[] WideSpeed { get; init; }

    /// <summary>The usual speed by perspective alone in each large cell (qh).</summary>
    public required float[] Perspective { get; init; }

    /// <summary>Mean of the square roots of the ten channels over active samples (μ).</summary>
    public required float[] Mean { get; init; }

    /// <summary>Their standard deviations, above 0 (σ).</summary>
    public required float[] Deviation { get; init; }

    /// <summary>Inverse of the covariance of the standardised channels (P), 10 × 10, row by row.</summary>
    public required float[] Precision { get; init; }

    /// <summary>How rare it is that something is there, per small cell: 1 as good as never, 0 often. All 0 where that was not learnt.</summary>
    public required float[] Rare { get; init; }

    /// <summary>The median of each of the three cues (m0, m1, h0) on held-out video.</summary>
    public required float[] CueMedian { get; init; }

    /// <summary>The spread of each of them, above 0 (s).</summary>
    public required float[] CueSpread { get; init; }

    /// <summary>Further findings that the graph of the score does not use, by name; they travel in the file as they are.</summary>
    public ImmutableSortedDictionary<string, float[]> Extras { get; init; } = ImmutableSortedDictionary<string, float[]>.Empty;

    /// <summary>A frame with a larger score exceeds what is normal.</summary>
    public float Threshold => Info.Threshold;
}

/// <summary>Where a scene model comes from; travels in the file's metadata.</summary>
/// <param name="Name">Chosen by people, e.g. "day".</param>
/// <param name="Camera">The camera's locator without its secrets; what the command line was given.</param>
/// <param name="FramesPerSecond">The rate of analysed frames; flow is in pixels per frame, so the model is valid for this rate only.</param>
/// <param name="LearntAt">When the learning ended.</param>
/// <param name="Frames">How many frames were learnt from.</param>
/// <param name="Duration">How long the learnt video was.</param>
/// <param name="Threshold">On the scale of the score.</param>
/// <param name="PlaceThreshold">More than this where hardly ever anything is, 0 to 1, is alarmed; null: what is where is not watched.</param>
public sealed record SceneModelInfo(
    string Name, string Camera, double FramesPerSecond, DateTimeOffset LearntAt, int Frames, TimeSpan Duration, float Threshold, float? PlaceThreshold = null)
{
    /// <summary>From one analysed frame to the next.</summary>
    internal TimeSpan Interval => TimeSpan.FromSeconds(1 / FramesPerSecond);
}
