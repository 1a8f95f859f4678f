using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace EdgeCctv.Web.Language;

/// <summary>The patterns of English sentences and their translations into one language. Immutable.</summary>
internal sealed partial class SentenceBook
{
    // As in "22 Nov 14:02": a month is a word.
    private const string Day = "d MMM HH:mm";

    // What lists are parted by; the parts of one may be lists themselves.
    private static readonly string[] Separators = ["; ", ", "];

    private readonly Dictionary<string, string> _whole;
    private readonly SentencePattern[] _patterns;

    /// <param name="patterns">English and translated; {0}, {1} and so on stand for what differs from one sentence to the next.</param>
    public SentenceBook(IEnumerable<(string English, string Translated)> patterns)
    {
        // The one that says most itself is tried first: "{0} is gone." must not take "The camera {0} is gone.".
        SentencePattern[] all = [.. patterns.Select(one => new SentencePattern(one.English, one.Translated)).OrderByDescending(one => one.Weight).ThenBy(one => one.English, StringComparer.Ordinal)];
        _whole = all.Where(one => !one.HasGaps).ToDictionary(one => one.English, one => one.Translated, StringComparer.Ordinal);
        _patterns = [.. all.Where(one => one.HasGaps)];
    }

    public static SentenceBook Load(ResourceManager manager, CultureInfo language)
    {
        // The manager's own, for whoever asks next.
        var english = manager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false);
        return new(english!.Cast<DictionaryEntry>().Select(one => ((string)one.Value!, manager.GetString((string)one.Key, language)!)));
    }

    /// <param name="english">One sentence or several, a part of one, or a list.</param>
    /// <param name="figures">How decimal figures are written that stand alone in a sentence.</param>
    /// <returns>As much of it as is known, translated; the rest as it was.</returns>
    public string Translate(string english, CultureInfo figures)
    {
        if (FindDressed(english, figures) is { } whole)
        {
            return whole;
        }

        // The longest beginning that is known, then the rest.
        var ends = SentenceEnd().Matches(english);
        for (var at = ends.Count - 1; at >= 0; at--)
        {
            var end = ends[at].Index;
            if (FindDressed(english[..end], figures) is { } beginning)
            {
                return beginning + " " + Translate(english[(end + ends[at].Length)..], figures);
            }
        }

        return ends is [var first, ..] ? english[..first.Index] + " " + Translate(english[(first.Index + first.Length)..], figures)
            : Array.Find(Separators, english.Contains) is { } separator ? string.Join(separator, english.Split(separator).Select(one => Translate(one, figures)))
            : english;
    }

    // As it is; or known without the full stop or the capital that it has here, as the cause of a fault is made a sentence of.
    private string? FindDressed(string english, CultureInfo figures) =>
        Find(english, figures)
        ?? (english is [.. { Length: > 0 } words, '.'] && Find(words, figures) is { } bare ? bare + "." : null)
        ?? (english is [>= 'A' and <= 'Z', ..] && FindDressed(char.ToLowerInvariant(english[0]) + english[1..], figures) is { } small ? char.ToUpper(small[0], figures) + small[1..] : null);

    private string? Find(string english, CultureInfo figures)
    {
        if (_whole.TryGetValue(english, out var translated))
        {
            return translated;
        }

        foreach (var pattern in _patterns)
        {
            if (pattern.Match(english) is { } parts)
            {
                return string.Format(figures, pattern.Translated, [.. parts.Select(part => (object)Part(part, figures))]);
            }
        }

        return null;
    }

    // What fills a gap may be a figure, a time, or words that are known themselves; sentences within sentences are translated as such.
    private string Part(string part, CultureInfo figures) =>
        DecimalFigure().IsMatch(part) ? part.Replace(".", figures.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal)
        : DateTime.TryParseExact(part, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? Told.Day(time, figures)
        : Translate(part, figures);

    [GeneratedRegex(@"(?<=[.!?…])\s+(?=\p{Lu}|')")]
    internal static partial Regex SentenceEnd();

    [GeneratedRegex(@"^[0-9]+\.[0-9]+$")]
    private static partial Regex DecimalFigure();
}
