using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Documents;

/// <summary>
/// A document, or a part of one, that is written from the code, so that it cannot rot: a test fails when the file says something else,
/// and tells the command that rewrites it.
/// </summary>
internal static class GeneratedDocument
{
    private const string WriteVariable = "EDGECCTV_WRITE_DOCS";

    private static bool IsToBeWritten => Environment.GetEnvironmentVariable(WriteVariable) == "1";

    /// <summary>The whole file must be <paramref name="expected"/>.</summary>
    /// <param name="path">Below the root of the checkout, with forward slashes.</param>
    /// <param name="expected">What the code says; line ends do not count.</param>
    public static void IsCurrent(string path, string expected) => Check(path, WithoutCarriageReturns(expected));

    /// <summary>
    /// The file's part between the lines <c>&lt;!-- generated: name --&gt;</c> and <c>&lt;!-- end: name --&gt;</c> must be
    /// <paramref name="expected"/>; the rest is written by hand.
    /// </summary>
    public static void PartIsCurrent(string path, string name, string expected) =>
        Check(path, Replace(Read(path), name, WithoutCarriageReturns(expected)));

    /// <summary><paramref name="document"/> with <paramref name="part"/> between the markers of <paramref name="name"/>.</summary>
    public static string Replace(string document, string name, string part)
    {
        var (begin, end) = ($"<!-- generated: {name} -->\n", $"<!-- end: {name} -->");
        var from = document.IndexOf(begin, StringComparison.Ordinal);
        var to = from < 0 ? -1 : document.IndexOf(end, from, StringComparison.Ordinal);
        return to < 0
            ? throw new InvalidDataException($"The document has no part '{name}': a line '{begin.Trim()}' and below it a line '{end}'.")
            : $"{document[..(from + begin.Length)]}{part.TrimEnd('\n')}\n{document[to..]}";
    }

    private static void Check(string path, string expected)
    {
        if (IsToBeWritten)
        {
            File.WriteAllText(FullPath(path), expected);
        }

        Assert.True(
            Read(path) == expected,
            $"{path} does not say what the code says. Rewrite it with: {WriteVariable}=1 dotnet test --filter FullyQualifiedName~Documents\nThe code says:\n{expected}");
    }

    private static string Read(string path) => File.Exists(FullPath(path)) ? WithoutCarriageReturns(File.ReadAllText(FullPath(path))) : "";

    private static string FullPath(string path) => Path.Combine(SourceTree.Root, path);

    private static string WithoutCarriageReturns(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
