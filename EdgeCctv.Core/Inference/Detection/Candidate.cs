namespace EdgeCctv.Core.Inference.Detection;

/// <summary>A box that a model offers, in pixels of its input.</summary>
internal readonly record struct Candidate(float Left, float Top, float Right, float Bottom, float Score, int Class)
{
    private float Area => (Right - Left) * (Bottom - Top);

    public static Candidate Centred(float x, float y, float width, float height, float score, int ofClass) =>
        new(x - (width / 2), y - (height / 2), x + (width / 2), y + (height / 2), score, ofClass);

    /// <summary>Intersection over union, 0 to 1.</summary>
    public float OverlapWith(in Candidate other)
    {
        var width = MathF.Min(Right, other.Right) - MathF.Max(Left, other.Left);
        var height = MathF.Min(Bottom, other.Bottom) - MathF.Max(Top, other.Top);
        if (width <= 0 || height <= 0)
        {
            return 0;
        }

        var shared = width * height;
        return shared / (Area + other.Area - shared);
    }
}
