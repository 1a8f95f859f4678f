namespace EdgeCctv.Core;

/// <summary>Writes files so that whoever reads, or whatever breaks, finds the old content or the new one and never a part.</summary>
public static class AtomicFile
{
    /// <summary>Puts <paramref name="content"/> in the place of what is there.</summary>
    /// <param name="path">In a folder that is there.</param>
    /// <param name="content">The whole content.</param>
    /// <param name="keepPreviousAs">Where what is there now goes, in the same folder; null to let it go.</param>
    /// <param name="isPrivate">Whether only its owner may read it, where the system has such rights.</param>
    /// <exception cref="IOException">It cannot be written; the old content is still there.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, string? keepPreviousAs = null, bool isPrivate = false)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            using (var file = new FileStream(temporary, Options(isPrivate)))
            {
                file.Write(content);

                // Without it a power cut could leave the new name on an empty file.
                file.Flush(flushToDisk: true);
            }

            if (keepPreviousAs is not null && File.Exists(path))
            {
                File.Copy(path, keepPreviousAs, overwrite: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // From its first byte on: a file that is made for all and restricted afterwards can be opened in between.
    private static FileStreamOptions Options(bool isPrivate)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
