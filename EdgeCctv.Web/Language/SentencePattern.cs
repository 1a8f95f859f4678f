using System.Globalization;
using System.Text.RegularExpressions;

namespace EdgeCctv.Web.Language;

/// <summary>An English sentence with gaps, and its translation with the same gaps. Immutable.</summary>
internal sealed partial class SentencePattern
{
    // A sentence of a camera can be of any length and make; what is not recognised in time stays English.
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(50);

    // Less with gaps would be found in sentences that mean something else.
    private const int LeastWeight = 7;

    private readonly Regex _regex;
    private readonly int _gaps;

    /// <exception cref="ArgumentException">One has gaps that the other does not have, or it is hardly more than gaps.</exception>
    public SentencePattern(string english, string translated)
    {
        (English, Translated) = (english, translated);
        var gaps = Gaps(english);
        if (!gaps.SetEquals(Gaps(translated)))
        {
            throw new ArgumentException($"\"{english}\" and \"{translated}\" have other gaps.", nameof(translated));
        }

        _gaps = gaps.Count;
        var literals = Gap().Split(english);
        Weight = Gap().Replace(english, "").Length;
        if (_gaps > 0 && Weight < LeastWeight)
        {
            throw new ArgumentException($"\"{english}\" is hardly more than its gaps.", nameof(english));
        }

        var numbers = Gap().Matches(english).Select(gap => gap.Value[1..^1]).ToArray();
        var body = string.Concat(literals.Select((literal, at) => Regex.Escape(literal) + (at < numbers.Length ? $"(?<g{numbers[at]}>.+?)" : "")));
        _regex = new Regex($"^{body}$", RegexOptions.CultureInvariant | RegexOptions.Singleline, Limit);
    }

    public string English { get; }

    public string Translated { get; }

    /// <summary>How many characters are its own.</summary>
    public int Weight { get; }

    /// <returns>What fills the gaps, by number; null for another sentence.</returns>
    public IReadOnlyList<string>? Match(string english)
    {
        try
        {
            return _regex.Match(english) is { Success: true } match
                ? [.. Enumerable.Range(0, _gaps).Select(gap => match.Groups["g" + gap.ToString(CultureInfo.InvariantCulture)].Value)]
                : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static HashSet<string> Gaps(string text) => [.. Gap().Matches(text).Select(gap => gap.Value)];

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Gap();
}
