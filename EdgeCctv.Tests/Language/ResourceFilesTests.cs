using System.Text.RegularExpressions;
using System.Xml.Linq;
using EdgeCctv.Tests.Architecture;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Web.Language;

namespace EdgeCctv.Tests.Language;

/// <summary>The files of texts: every language whole, nothing that nobody says, and no text on a page that stands beside them.</summary>
public sealed partial class ResourceFilesTests
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "EdgeCctv.Web", "Texts");

    // A name, and figures' units, are the same in every language.
    private static readonly string[] NotTexts = ["EdgeCctv"];

    public static IEnumerable<object[]> Translations() =>
        from file in Directory.GetFiles(Folder, "*.resx").Select(path => Path.GetFileNameWithoutExtension(path))
        where !file.Contains('.', StringComparison.Ordinal)
        from language in Languages.All.Skip(1)
        select new object[] { file, language };

    public static IEnumerable<object[]> TypedFiles() =>
        from file in Directory.GetFiles(Folder, "*Texts.resx") select new object[] { Path.GetFileNameWithoutExtension(file) };

    public static IEnumerable<object[]> Markup() =>
        from file in SourceRule.Files where file.Path.EndsWith(".razor", StringComparison.Ordinal) select new object[] { file.Path };

    [Theory]
    [MemberData(nameof(Translations))]
    public void Translation_OfAFile_HasEveryTextWithTheSameGaps(string file, string language)
    {
        var (english, translated) = (Read($"{file}.resx"), Read($"{file}.{language}.resx"));

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), translated.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(Gaps(text.Value), Gaps(translated[text.Key])));
        Assert.All(translated, text => Assert.NotEqual("", text.Value.Trim()));
    }

    [Theory]
    [MemberData(nameof(TypedFiles))]
    public void File_OfTypedTexts_HoldsNothingThatNobodySays(string file)
    {
        var said = SourceRule.Files
            .Where(source => source.Path.StartsWith("EdgeCctv.Web/", StringComparison.Ordinal))
            .SelectMany(source => Regex.Matches(source.Text, $@"\b{file}\.(\w+)").Select(use => use.Groups[1].Value))
            .ToHashSet();

        Assert.Empty(Read($"{file}.resx").Keys.Except(said));
    }

    [Theory]
    [MemberData(nameof(Markup))]
    public void Markup_OfAComponent_HoldsNoTextItself(string file)
    {
        var markup = Statement().Replace(CodeBlock().Replace(File.ReadAllText(Path.Combine(SourceTree.Root, file)), ""), "");
        var written = TextNode().Matches(markup).Concat(ReadAttribute().Matches(markup)).Select(found => found.Groups["text"].Value.Trim());

        Assert.DoesNotContain(written, text => Word().IsMatch(text) && !NotTexts.Contains(text));
    }

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Folder, file)).Root!.Elements("data").ToDictionary(text => text.Attribute("name")!.Value, text => text.Element("value")!.Value);

    private static IEnumerable<string> Gaps(string text) => Gap().Matches(text).Select(gap => gap.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[0-9]")]
    private static partial Regex Gap();

    // Comments, and what parts markup from markup.
    [GeneratedRegex(@"@\*[\s\S]*?\*@|^\s*(?:else|case [\w.]+:)\s*$", RegexOptions.Multiline)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^@code\b.*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    // Between two tags, on one line or alone on its own; code in between begins with @ or ends a block.
    [GeneratedRegex(@"(?<=[\w""/]>)(?<text>[^<>@{}=;]*[\p{L}]{2}[^<>@{}=;]*)(?=<|@)|^\s*(?<text>[\p{L}][^<>@{}=;()]*)(?=<|@|$)", RegexOptions.Multiline)]
    private static partial Regex TextNode();

    [GeneratedRegex(@"\s(?:title|aria-label|alt|placeholder|Text|Label|Hint|Title|Explanation|ActionText|Example)=""(?<text>[^""@]+)[""@]")]
    private static partial Regex ReadAttribute();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Word();
}
