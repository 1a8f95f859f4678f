namespace EdgeCctv.Core.Inference;

/// <summary>What one analyser found in one frame. Immutable.</summary>
public abstract record AnalysisFinding
{
    /// <summary>Whether the frame counts as an anomaly.</summary>
    public virtual bool IsAnomaly => false;
}
