using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace EdgeCctv.Web.Language;

/// <summary>
/// What the parts below the pages say (why a camera failed, what became of a request, what a model is good for) is said once, in
/// English: logs and programs read it too, and many screens of different languages share it. Here it becomes the reader's: a sentence is
/// recognised by the pattern that it was made of (Texts/Sentences.resx), and made anew of the translated one. What is not recognised,
/// such as the words of a library or of a camera, stays as it is. Thread-safe.
/// </summary>
internal static class Sentences
{
    // The words repeat; figures in them do not. A few screens' worth.
    private const int MostRemembered = 2_000;

    private static readonly ResourceManager Patterns = new("EdgeCctv.Web.Texts.Sentences", typeof(Sentences).Assembly);
    private static readonly ConcurrentDictionary<string, SentenceBook> Books = new();
    private static readonly ConcurrentDictionary<(string Language, string Figures, string English), string> Known = new();

    /// <summary>One sentence or several in the reader's language.</summary>
    /// <param name="english">As the parts below say it; may be empty.</param>
    public static string Of(string english)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        if (english.Length == 0 || language == Languages.All[0])
        {
            return english;
        }

        var figures = CultureInfo.CurrentCulture;
        var key = (language, figures.Name, english);
        if (!Known.TryGetValue(key, out var told))
        {
            if (Known.Count >= MostRemembered)
            {
                Known.Clear();
            }

            Known[key] = told = BookOf(language).Translate(english, figures);
        }

        return told;
    }

    /// <summary>The same for what may be missing.</summary>
    public static string? OrNone(string? english) => english is null ? null : Of(english);

    private static SentenceBook BookOf(string language) => Books.GetOrAdd(language, name => SentenceBook.Load(Patterns, CultureInfo.GetCultureInfo(name)));
}
