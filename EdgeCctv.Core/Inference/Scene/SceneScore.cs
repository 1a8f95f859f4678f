namespace EdgeCctv.Core.Inference.Scene;

/// <summary>What a scorer found in the newest picture: a view of its own arrays, valid until it scores the next one.</summary>
public readonly ref struct SceneScore
{
    /// <summary>How unusual the frame is; compare with <see cref="SceneModel.Threshold"/>.</summary>
    public required float Score { get; init; }

    /// <summary>Whether the score goes over as many frames as it should: not in the first ones of a stream, nor right after a gap.</summary>
    public required bool IsSteady { get; init; }

    /// <summary>Fast (one level), fast (three levels), odd; each in its own units, see <see cref="SceneModel.CueMedian"/>.</summary>
    public required ReadOnlySpan<float> Cues { get; init; }

    /// <summary>The share of the picture that moved since the one before, 0 to 1.</summary>
    public required float MotionShare { get; init; }

    /// <summary>Speed over the usual one there, per small cell, row by row.</summary>
    public required ReadOnlySpan<float> Fast { get; init; }

    /// <summary>The same for the flow of three levels.</summary>
    public required ReadOnlySpan<float> Wide { get; init; }

    /// <summary>How far shape and motion are from what was learnt; of the large cells, laid over the small ones.</summary>
    public required ReadOnlySpan<float> Odd { get; init; }

    /// <summary>How much is where hardly ever anything is, 0 to 1; compare with <see cref="SceneModelInfo.PlaceThreshold"/>. Null while that cannot be told.</summary>
    public required float? Place { get; init; }

    /// <summary>The same per small cell.</summary>
    public required ReadOnlySpan<float> PlaceCells { get; init; }

    /// <summary>What each small cell by itself would score.</summary>
    public required ReadOnlySpan<float> Heat { get; init; }
}
