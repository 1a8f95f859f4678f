using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace EdgeCctv.Web.Language;

/// <summary>The patterns of English sentences and their translations into one language. Immutable.</summary>
internal sealed partial class SentenceBook
{
    private readonly IReadOnlyList<SentencePattern> _patterns;

    /// <param name="patterns">English and translated; {0}, {1} and so on stand for what differs from one sentence to the next.</param>
    public SentenceBook(IEnumerable<(string English, string Translated)> patterns) =>
        // The one that says most itself is tried first: "{0} is gone." must not take "The camera {0} is gone.".
        _patterns = [.. patterns.Select(one => new SentencePattern(one.English, one.Translated)).OrderByDescending(one => one.Weight).ThenBy(one => one.English, StringComparer.Ordinal)];

    public static SentenceBook Load(ResourceManager manager, CultureInfo language)
    {
        // The manager's own, for whoever asks next.
        var english = manager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false);
        return new(english!.Cast<DictionaryEntry>().Select(one => ((string)one.Value!, manager.GetString((string)one.Key, language)!)));
    }

    /// <param name="english">One sentence or several.</param>
    /// <param name="figures">How decimal figures are written that stand alone in a sentence.</param>
    /// <returns>As much of it as is known, translated; the rest as it was.</returns>
    public string Translate(string english, CultureInfo figures)
    {
        if (Find(english, figures) is { } whole)
        {
            return whole;
        }

        // The longest beginning that is known, then the rest.
        var ends = SentenceEnd().Matches(english);
        for (var at = ends.Count - 1; at >= 0; at--)
        {
            var end = ends[at].Index;
            if (Find(english[..end], figures) is { } beginning)
            {
                return beginning + " " + Translate(english[(end + ends[at].Length)..], figures);
            }
        }

        return ends is [var first, ..] ? english[..first.Index] + " " + Translate(english[(first.Index + first.Length)..], figures) : english;
    }

    private string? Find(string english, CultureInfo figures)
    {
        foreach (var pattern in _patterns)
        {
            if (pattern.Match(english) is { } parts)
            {
                return string.Format(figures, pattern.Translated, [.. parts.Select(part => (object)Part(part, figures))]);
            }
        }

        return null;
    }

    // What fills a gap may be a figure or words that are known themselves; sentences within sentences are translated as such.
    private string Part(string part, CultureInfo figures) =>
        DecimalFigure().IsMatch(part) ? part.Replace(".", figures.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal) : Translate(part, figures);

    [GeneratedRegex(@"(?<=[.!?…])\s+(?=\p{Lu}|')")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^[0-9]+\.[0-9]+$")]
    private static partial Regex DecimalFigure();
}
