namespace EdgeCctv.Core.Inference.Detection.Layouts;

/// <summary>A family of detectors: what its models want as input, and what their output means. Used by one thread.</summary>
internal abstract class DetectorLayout
{
    public abstract DetectorLayoutKind Kind { get; }

    /// <summary>As the family's own tools prepare pictures.</summary>
    public abstract InputRecipe Input { get; }

    /// <summary>Whether the model offers several boxes for one object.</summary>
    public virtual bool OffersOverlaps => true;

    /// <summary>How many classes its output tells apart; null when that cannot be seen.</summary>
    public abstract int? Classes { get; }

    /// <summary>Whether label lists of this family often begin with a name for "nothing".</summary>
    public virtual bool HasBackground => false;

    /// <summary>Offers every box that reaches the confidence of its class.</summary>
    public abstract void Decode(ModelOutputs outputs, Candidates found);

    /// <summary>The largest value and where it is.</summary>
    protected static (int Index, float Value) Best(ReadOnlySpan<float> values)
    {
        var (index, best) = (0, values[0]);
        for (var next = 1; next < values.Length; next++)
        {
            if (values[next] > best)
            {
                (index, best) = (next, values[next]);
            }
        }

        return (index, best);
    }

    protected static float Sigmoid(float value) => 1 / (1 + MathF.Exp(-value));
}
