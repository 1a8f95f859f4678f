namespace EdgeCctv.Web.CommandLine;

/// <summary>Where a command is going to write. Looked at before anything is read: a clip may take an hour.</summary>
internal static class OutputPlace
{
    private static readonly StringComparison PathCase = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <param name="path">The file to write, whether or not there is one already.</param>
    /// <param name="inputs">The files that the command reads.</param>
    /// <exception cref="CommandException">It would take the place of what the command reads, whatever link leads there.</exception>
    /// <exception cref="IOException">It cannot be written there, or what is there is protected.</exception>
    public static void Require(string path, IEnumerable<string> inputs)
    {
        var whole = Resolve(path);
        if (inputs.FirstOrDefault(input => string.Equals(Resolve(input), whole, PathCase)) is { } input)
        {
            throw CommandException.Usage($"{path} is what is read{(input == path ? "" : $" as {input}")}: name another file to write.");
        }

        var reason = Directory.Exists(path) ? "it is a folder"
            : !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))) ? "its folder does not exist"
            : File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly) ? "what is there is read-only"
            : Refusal(path);
        if (reason is not null)
        {
            throw new IOException($"{path} cannot be written: {reason}.");
        }
    }

    // By writing: rights, a full disk and file systems that take no files cannot be told otherwise.
    private static string? Refusal(string path)
    {
        try
        {
            using (new WholeFile(path))
            {
                return null;
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return refused is UnauthorizedAccessException ? "this user may not write in its folder" : "its folder takes no files";
        }
    }

    private static string Resolve(string path)
    {
        try
        {
            return Path.GetFullPath(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Path.GetFullPath(path);
        }
    }
}
