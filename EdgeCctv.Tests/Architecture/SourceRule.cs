using System.Text.RegularExpressions;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Architecture;

/// <summary>
/// Looks for words in the product's sources. It reads text, comments left out: that also sees what the compiler would inline or
/// what only markup says, and an offender is told by its file.
/// </summary>
internal static partial class SourceRule
{
    private static readonly string[] Projects = ["EdgeCctv.Core", "EdgeCctv.Web", "EdgeCctv.Tests", "wwwroot-assets"];
    private static readonly string[] Extensions = [".cs", ".razor", ".css", ".js", ".py", ".sh"];
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules"];

    /// <summary>Every source file of ours: path below the root, with forward slashes, and full text.</summary>
    public static IReadOnlyList<(string Path, string Text)> Files { get; } =
    [
        .. from project in Projects
           from file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, project), "*", SearchOption.AllDirectories)
           let path = Path.GetRelativePath(SourceTree.Root, file).Replace('\\', '/')
           where Extensions.Contains(Path.GetExtension(file)) && !path.Split('/').Any(NotOurs.Contains)
           select (path, File.ReadAllText(file)),
    ];

    /// <summary>Files below <paramref name="folder"/>, but not below <paramref name="except"/>, in whose code <paramref name="pattern"/> occurs.</summary>
    public static IEnumerable<string> Offenders(string folder, string pattern, params string[] except) =>
        from file in Files
        where IsBelow(file.Path, folder) && !except.Any(one => IsBelow(file.Path, one)) && Says(file.Text, pattern)
        select file.Path;

    public static bool Says(string text, string pattern) => Regex.IsMatch(Comment().Replace(text, ""), pattern);

    /// <summary>Uses of one of Core's own namespaces: as a directive, in full, or shortened as a neighbouring namespace may.</summary>
    public static string UseOf(string part) => $@"EdgeCctv\.Core\.{part}\b|(?<![\w.]){part}\.[A-Z]\w*";

    private static bool IsBelow(string path, string folder) => path.StartsWith(folder + "/", StringComparison.Ordinal);

    // "// …" and "/// …" to the end of the line, "@* … *@", "/* … */"; not the // of a URL.
    [GeneratedRegex(@"(?<!:)//.*|@\*[\s\S]*?\*@|/\*[\s\S]*?\*/")]
    private static partial Regex Comment();
}
