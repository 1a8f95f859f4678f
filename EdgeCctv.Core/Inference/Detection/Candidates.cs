using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Inference.Detection;

/// <summary>The boxes of one picture that reach the confidence of their class. Used by one thread, anew for every picture.</summary>
internal sealed class Candidates(ClassTable classes)
{
    /// <summary>Only so many of the surest are compared with each other: more of them are noise, and comparing costs their square.</summary>
    private const int MostCompared = 1000;

    // Rounding in a model may exceed 1 by a hair.
    private const float LargestScore = 1.001f;

    private readonly List<Candidate> _all = [];

    /// <summary>No class counts below this score.</summary>
    public float Least => classes.Least;

    public bool Counts(int ofClass, float score) => score >= classes.Least && score >= classes.Confidence(ofClass);

    /// <param name="candidate">Its score is one that <see cref="Counts"/>.</param>
    /// <exception cref="AnalysisException">Its score is none.</exception>
    public void Add(in Candidate candidate)
    {
        if (candidate.Score > LargestScore)
        {
            throw new AnalysisException(
                $"The detector gives a score of {candidate.Score:0.##}, and scores end at 1: it is probably of another layout than the one recognised, or wants its input in another way.");
        }

        _all.Add(candidate);
    }

    public void Clear() => _all.Clear();

    /// <summary>The surest first; those that are far too many are dropped.</summary>
    public ReadOnlySpan<Candidate> Sorted()
    {
        // Equal scores in a fixed order, so that one picture always gives one result.
        _all.Sort(static (a, b) => (b.Score, a.Top, a.Left, a.Class).CompareTo((a.Score, b.Top, b.Left, b.Class)));
        return CollectionsMarshal.AsSpan(_all)[..Math.Min(_all.Count, MostCompared)];
    }
}
