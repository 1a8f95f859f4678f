using System.Globalization;

namespace EdgeCctv.Core.Capture;

/// <summary>Which other process has a device open. Linux only, and only as far as this user may see; elsewhere nobody is named.</summary>
internal static class DeviceHolders
{
    /// <returns>Such as <c>cheese (process 4711, user anna)</c>; null when nobody is seen.</returns>
    public static string? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        return Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && id != Environment.ProcessId && Holds(id, target))
            .Select(Describe)
            .FirstOrDefault();
    }

    private static bool Holds(int process, string target)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries($"/proc/{process}/fd").Any(entry => new FileInfo(entry).LinkTarget == target);
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            // Another user's, or just ended.
            return false;
        }
    }

    private static string Describe(int process)
    {
        try
        {
            var name = File.ReadAllText($"/proc/{process}/comm").Trim();
            return UserOf(process) is { } user ? $"{name} (process {process}, user {user})" : $"{name} (process {process})";
        }
        catch (IOException)
        {
            return $"process {process}";
        }
    }

    // Uid:	1000	1000	1000	1000      anna:x:1000:1000:Anna:/home/anna:/bin/bash
    private static string? UserOf(int process)
    {
        var id = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("Uid:", StringComparison.Ordinal))?.Split('\t')[1];
        return File.ReadLines("/etc/passwd").Select(line => line.Split(':')).FirstOrDefault(fields => fields.Length > 2 && fields[2] == id)?[0];
    }
}
