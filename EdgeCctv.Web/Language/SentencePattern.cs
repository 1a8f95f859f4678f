using System.Text.RegularExpressions;

namespace EdgeCctv.Web.Language;

/// <summary>An English sentence with gaps, and its translation with the same gaps. Immutable.</summary>
internal sealed partial class SentencePattern
{
    // Less with gaps would be found in sentences that mean something else.
    private const int LeastWeight = 6;

    // What stands before, between and behind the gaps, and which gap follows each of them but the last.
    private readonly string[] _literals;
    private readonly int[] _gaps;

    /// <exception cref="ArgumentException">One has gaps that the other does not have, or it is hardly more than gaps.</exception>
    public SentencePattern(string english, string translated)
    {
        (English, Translated) = (english, translated);
        if (!Gaps(english).SetEquals(Gaps(translated)))
        {
            throw new ArgumentException($"\"{english}\" and \"{translated}\" have other gaps.", nameof(translated));
        }

        _literals = Gap().Split(english);
        _gaps = [.. Gap().Matches(english).Select(gap => gap.Value[1] - '0')];
        Weight = _literals.Sum(literal => literal.Length);
        if (HasGaps && Weight < LeastWeight)
        {
            throw new ArgumentException($"\"{english}\" is hardly more than its gaps.", nameof(english));
        }
    }

    public string English { get; }

    public string Translated { get; }

    public bool HasGaps => _gaps.Length > 0;

    /// <summary>How many characters are its own.</summary>
    public int Weight { get; }

    /// <summary>For one with gaps. Every gap takes as little as it can, and something.</summary>
    /// <returns>What fills the gaps, by number; null for another sentence.</returns>
    public IReadOnlyList<string>? Match(string english)
    {
        // Most sentences are others: that must cost nothing.
        if (!english.StartsWith(_literals[0], StringComparison.Ordinal) || !english.EndsWith(_literals[^1], StringComparison.Ordinal))
        {
            return null;
        }

        var parts = new string[_gaps.Length];
        var from = _literals[0].Length;
        for (var gap = 0; gap < _gaps.Length; gap++)
        {
            var isLast = gap == _gaps.Length - 1;
            var to = isLast ? english.Length - _literals[^1].Length
                : from < english.Length ? english.IndexOf(_literals[gap + 1], from + 1, StringComparison.Ordinal)
                : -1;
            if (to <= from)
            {
                return null;
            }

            parts[_gaps[gap]] = english[from..to];
            from = to + _literals[gap + 1].Length;
        }

        // A sentence before or behind this one is no part of it.
        return (_literals[0].Length == 0 && HoldsAnother(parts[_gaps[0]])) || (_literals[^1].Length > 0 && HoldsAnother(parts[_gaps[^1]])) ? null : parts;
    }

    private static bool HoldsAnother(string part) => SentenceBook.SentenceEnd().IsMatch(part);

    private static HashSet<string> Gaps(string text) => [.. Gap().Matches(text).Select(gap => gap.Value)];

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Gap();
}
