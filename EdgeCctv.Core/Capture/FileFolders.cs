namespace EdgeCctv.Core.Capture;

/// <summary>
/// The folders whose clips may be opened by somebody who is not trusted. Links are followed first, in every part of the path: what
/// counts is where the file really is. Immutable, thread-safe.
/// </summary>
/// <param name="folders">Full paths; none by default.</param>
public sealed class FileFolders(IEnumerable<string> folders)
{
    private const string NotInside = "The file is in no folder that EdgeCctv:Camera:FileFolders lists.";

    // As the kernel does: whoever needs more is going round in circles.
    private const int MostLinks = 40;

    private static readonly StringComparison Comparison =
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly string[] _folders = [.. folders.Select(Path.GetFullPath)];

    /// <summary>Where the file really is, or why it may not be opened.</summary>
    /// <param name="path">A full path. Nothing outside the folders is ever looked at, so that nobody learns what exists there.</param>
    internal (string? Path, string? Error) Resolve(string path)
    {
        try
        {
            return Array.Exists(_folders, folder => IsInside(path, folder)) ? Check(FollowLinks(path)) : (null, NotInside);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return (null, "The file cannot be read.");
        }
    }

    private (string?, string?) Check(string real)
    {
        if (!Array.Exists(_folders, folder => IsInside(real, FollowLinks(folder))))
        {
            return (null, NotInside);
        }

        // Devices, pipes and sockets have no length; opening one of them might wait for ever.
        return new FileInfo(real) is { Exists: true, Length: > 0 } ? (real, null) : (null, "The file does not exist, or is no clip.");
    }

    private static bool IsInside(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, Comparison);

    // /clips/today -> ../archive/2026 : link by link, so that ".." in one means the parent of where the path has really come to.
    private static string FollowLinks(string path)
    {
        var current = Path.GetPathRoot(path)!;
        var rest = new Stack<string>(Parts(path[current.Length..]));
        for (var links = 0; rest.TryPop(out var part);)
        {
            if (part == "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
                continue;
            }

            var next = Path.Combine(current, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                current = next;
                continue;
            }

            if (++links > MostLinks)
            {
                throw new IOException("Too many links.");
            }

            if (Path.GetPathRoot(target) is { Length: > 0 } root)
            {
                (current, target) = (root, target[root.Length..]);
            }

            foreach (var one in Parts(target))
            {
                rest.Push(one);
            }
        }

        return current;
    }

    // In reverse, so that the first one is on top of the stack.
    private static IEnumerable<string> Parts(string path) => path
        .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
        .Where(part => part != ".")
        .Reverse();
}
