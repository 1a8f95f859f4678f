namespace EdgeCctv.Core.Inference.Detection;

/// <summary>The objects that a detector sees in one frame, the surest first.</summary>
/// <param name="Objects">After class filter, confidence limits, overlap suppression and zones.</param>
public sealed record DetectionFinding(IReadOnlyList<DetectedObject> Objects) : AnalysisFinding
{
    public bool Equals(DetectionFinding? other) => other is not null && Objects.SequenceEqual(other.Objects);

    public override int GetHashCode() => Objects.Count;
}

/// <summary>One object.</summary>
/// <param name="Label">From the label list, or "class 7" where the list is too short.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Box">Where, in pixels of the frame.</param>
public sealed record DetectedObject(string Label, float Score, PixelRect Box);

/// <summary>A box in pixels of the frame, cut at its edges.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Above 0.</param>
/// <param name="Height">Above 0.</param>
public readonly record struct PixelRect(float X, float Y, float Width, float Height);
