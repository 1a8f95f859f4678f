namespace EdgeCctv.Core.Inference.Detection;

/// <summary>Leaves one box an object: of boxes of one class that overlap, the surest.</summary>
internal static class Suppression
{
    /// <param name="sorted">The surest first.</param>
    /// <param name="overlap">Intersection over union up to which two boxes are two objects.</param>
    /// <param name="kept">Cleared, then filled in the same order.</param>
    public static void Apply(ReadOnlySpan<Candidate> sorted, float overlap, List<Candidate> kept)
    {
        kept.Clear();
        foreach (ref readonly var candidate in sorted)
        {
            if (!IsCovered(candidate, overlap, kept))
            {
                kept.Add(candidate);
            }
        }
    }

    private static bool IsCovered(in Candidate candidate, float overlap, List<Candidate> kept)
    {
        foreach (var surer in kept)
        {
            if (surer.Class == candidate.Class && surer.OverlapWith(candidate) > overlap)
            {
                return true;
            }
        }

        return false;
    }
}
