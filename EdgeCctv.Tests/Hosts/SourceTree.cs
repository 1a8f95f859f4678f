namespace EdgeCctv.Tests.Hosts;

/// <summary>The checkout that the tests were built from.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new DirectoryNotFoundException("The tests do not run from within a checkout: no EdgeCctv.sln above them."),
        _ when File.Exists(Path.Combine(folder.FullName, "EdgeCctv.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
