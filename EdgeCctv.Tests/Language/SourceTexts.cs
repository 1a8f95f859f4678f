using System.Text.RegularExpressions;

namespace EdgeCctv.Tests.Language;

/// <summary>A text that stands in a source.</summary>
/// <param name="Text">With a value in the place of every hole.</param>
/// <param name="Line">Where it begins.</param>
/// <param name="Calls">What it is handed to, from the outermost call to the innermost: "throw new AnalysisException", "string.Create".</param>
internal sealed record SourceText(string Text, int Line, string Calls);

/// <summary>
/// Reads the texts out of a C# source: plain, verbatim and interpolated ones; those of three quotes are passed over. Where a hole holds
/// texts to choose from, such as <c>{(isOne ? "thread" : "threads")}</c>, there is one text for each of them; where it is a constant of
/// the same source, that one's. Of one source.
/// </summary>
internal sealed partial class SourceTexts
{
    /// <summary>What a hole is filled with: nothing that is a word or a number.</summary>
    public const string Sample = "X7";

    private readonly string _source;
    private readonly Dictionary<string, string> _constants;
    private readonly List<SourceText> _found = [];
    private readonly Stack<string> _calls = new();
    private int _at;

    private SourceTexts(string source)
    {
        _source = source;
        _constants = Constant().Matches(source).ToDictionary(one => one.Groups[1].Value, one => one.Groups[2].Value);
    }

    public static IReadOnlyList<SourceText> Of(string source)
    {
        var texts = new SourceTexts(source);
        texts.ReadCode(isHole: false);
        return texts._found;
    }

    private char Here => _at < _source.Length ? _source[_at] : '\0';

    // Ends before the brace or the colon that ends a hole.
    private List<string> ReadCode(bool isHole)
    {
        var (inside, depth, began) = (new List<string>(), 0, _at);
        while (_at < _source.Length)
        {
            if (Text().Match(_source, _at) is { Success: true, Length: var length } text && text.Index == _at)
            {
                _at += length;
                inside.AddRange(ReadText(text.Value));
                continue;
            }

            if (Passed().Match(_source, _at) is { Success: true } passed && passed.Index == _at)
            {
                _at += passed.Length;
                continue;
            }

            if (isHole && depth == 0 && Here is '}' or ':')
            {
                break;
            }

            if (Here == '(')
            {
                _calls.Push(Call().Match(_source[began.._at]).Value);
            }
            else if (Here == ')')
            {
                _ = _calls.TryPop(out _);
            }

            depth += Here is '(' or '[' or '{' ? 1 : Here is ')' or ']' or '}' ? -1 : 0;
            _at++;
        }

        return inside;
    }

    // What it may say: one, or several where a hole has texts to choose from.
    private List<string> ReadText(string opening)
    {
        var (isVerbatim, isInterpolated, began) = (opening.Contains('@'), opening.Contains('$'), _at);
        List<string> says = [""];
        while (Here != '"' || (isVerbatim && Follows("\"\"")))
        {
            if (isInterpolated && Here == '{' && !Follows("{{"))
            {
                var choices = ReadHole();
                says = [.. says.SelectMany(before => choices.Select(choice => before + choice))];
                continue;
            }

            var part = ReadPart(isVerbatim, isInterpolated);
            says = [.. says.Select(before => before + part)];
        }

        _at++;
        var line = _source.AsSpan(0, began).Count('\n') + 1;
        _found.AddRange(says.Select(text => new SourceText(text, line, string.Join(" ", _calls.Reverse()))));
        return says;
    }

    private string ReadPart(bool isVerbatim, bool isInterpolated)
    {
        var isPair = (!isVerbatim && Here == '\\') || (isInterpolated && (Follows("{{") || Follows("}}"))) || (isVerbatim && Follows("\"\""));
        _at += isPair ? 2 : 1;
        return _source[_at - 1].ToString();
    }

    private List<string> ReadHole()
    {
        var (began, found) = (++_at, _found.Count);
        var inside = ReadCode(isHole: true);
        var code = _source[began.._at];

        // They are parts of what stands around the hole.
        _found.RemoveRange(found, _found.Count - found);
        while (Here != '}')
        {
            _at++;
        }

        _at++;

        // The comma of string.Join, or a format, is nothing to choose from.
        return inside.Count > 0 && code.Contains('?') ? inside : [_constants.GetValueOrDefault(code, Sample)];
    }

    private bool Follows(string text) => string.CompareOrdinal(_source, _at, text, 0, text.Length) == 0;

    [GeneratedRegex("""\G[$@]{0,2}"(?!"")""")]
    private static partial Regex Text();

    // Comments, characters, and texts of three quotes.
    [GeneratedRegex("""
        \G(?://.*|/\*[\s\S]*?\*/|'(?:\\.[^']*|[^\\])'|\$*\"{3}[\s\S]*?\"{3})
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Passed();

    [GeneratedRegex("const string (\\w+) = \"([^\"\\\\]*)\";")]
    private static partial Regex Constant();

    [GeneratedRegex(@"(?:(?:throw )?new )?[\w.]+(?:<[\w, ]+>)?\s*$|(?:throw )?new\s*$", RegexOptions.RightToLeft)]
    private static partial Regex Call();
}
