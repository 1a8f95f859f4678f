using EdgeCctv.Core.Capture;

namespace EdgeCctv.Core.Camera;

/// <summary>The folder that all users of the machine share, so that they find each other's locks.</summary>
/// <param name="candidates">The first that is there, or that can be made, is the one.</param>
internal sealed class CameraLockFolder(params IReadOnlyList<string> candidates)
{
    /// <summary>Everybody may make files in it, nobody may remove another's.</summary>
    private const UnixFileMode SharedMode = (UnixFileMode)0b1_111_111_111;

    public static CameraLockFolder OfThisMachine() => new(Candidates(
        OperatingSystem.IsWindows(), OperatingSystem.IsMacOS(), Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData)));

    /// <summary>
    /// Best first. The temporary folder is named outright: the environment's differs from user to user, and locks that not all look
    /// for in the same place are none.
    /// </summary>
    public static IReadOnlyList<string> Candidates(bool isWindows, bool isMacOS, string programData) => (isWindows, isMacOS) switch
    {
        (true, _) => [$@"{programData}\EdgeCctv\locks"],
        (_, true) => ["/var/tmp/edgecctv"],
        _ => ["/run/lock/edgecctv", "/var/lock/edgecctv", "/tmp/edgecctv"],
    };

    /// <summary>
    /// The path of the folder, made if need be. A folder that is there is taken even when it turns out that it cannot be written:
    /// whoever can may hold the camera by a lock in it, and going elsewhere would mean running without a lock.
    /// </summary>
    /// <exception cref="CaptureException">None can be had.</exception>
    public string Open()
    {
        Exception? refusal = null;
        // One that is there before one that could be made: whoever came first may have had no right to make a better one.
        foreach (var path in candidates.OrderByDescending(Directory.Exists))
        {
            try
            {
                Make(path);
                return path;
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                refusal ??= refused;
            }
        }

        throw new CaptureException(
            CameraFault.LockUnavailable, $"No folder for camera locks can be made; tried {string.Join(", ", candidates)}: {refusal?.Message}", refusal);
    }

    private static void Make(string path)
    {
        if (Directory.Exists(path))
        {
            // In a folder for all, somebody may have made it lead to where only this user may write.
            if (new DirectoryInfo(path).LinkTarget is not null)
            {
                throw new IOException($"{path} is a link.");
            }

            return;
        }

        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            // After it, since creating it heeds the umask.
            File.SetUnixFileMode(path, SharedMode);
        }
    }
}
