using EdgeCctv.Core.Capture;

namespace EdgeCctv.Core.Camera;

/// <summary>
/// One holder per camera on the whole machine, whatever users and processes ask for it. Held by the operating system through an open
/// file (<c>flock</c>, or an exclusive open on Windows), so that a killed process leaves nothing behind. Thread-safe.
/// </summary>
public sealed class CameraLock
{
    // flock: EWOULDBLOCK on Linux and on macOS. Windows: ERROR_SHARING_VIOLATION.
    private static readonly int[] HeldResults = [11, 35, unchecked((int)0x80070020)];

    private readonly CameraLockFolder _folder;
    private readonly TimeProvider _clock;

    public CameraLock(TimeProvider clock)
        : this(CameraLockFolder.OfThisMachine(), clock)
    {
    }

    internal CameraLock(CameraLockFolder folder, TimeProvider clock)
    {
        _folder = folder;
        _clock = clock;
    }

    /// <summary>Takes the lock of the camera that <paramref name="source"/> means, without waiting. Disposing the lease frees it.</summary>
    /// <param name="source">What is to be opened. The built-in scene, files and pipeline text need no lock and get a lease of nothing.</param>
    /// <exception cref="CaptureException">Somebody holds it, or locks cannot be had here.</exception>
    public IDisposable Take(CameraSource source) =>
        CameraLockIdentity.Of(source) is { } identity ? Take(source, $"{CameraLockIdentity.FileName(identity)}.lock") : new Needless();

    private CameraLockLease Take(CameraSource source, string name)
    {
        var path = Path.Combine(_folder.Open(), name);
        try
        {
            var file = OpenExclusively(path);
            return new CameraLockLease(file, WriteCard(source, path));
        }
        catch (IOException held) when (HeldResults.Contains(held.HResult))
        {
            var holder = CameraLockCard.OfHolder(path)?.Text ?? "another program";
            throw new CaptureException(CameraFault.Busy, $"{source.Display} is held by {holder}.", held);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CaptureException(
                CameraFault.LockUnavailable, $"The lock {path} cannot be taken: {refused.Message} Its folder must be writable for all users.", refused);
        }
    }

    // Two steps instead of OpenOrCreate: in a folder that all can write, Linux refuses to "create" another user's file that is there
    // (fs.protected_regular), root included. Creating anew follows no link. Opening an existing file may follow one, but the file is
    // only read, and not even that: a lock of the wrong file is all that somebody could cause.
    private static FileStream OpenExclusively(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
    }

    private static void Create(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
            if (!OperatingSystem.IsWindows())
            {
                // Reading is enough to lock it, and nobody has anything to write; the umask may have forbidden even that.
                File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
            }
        }
        catch (IOException) when (File.Exists(path))
        {
            // Somebody else was quicker.
        }
    }

    private string WriteCard(CameraSource source, string lockPath)
    {
        var user = Environment.UserName;
        var path = CameraLockCard.PathFor(lockPath, user);
        try
        {
            new CameraLockCard(CameraLockCard.OurProgram, Environment.ProcessId, user, _clock.GetUtcNow(), source.Display).Write(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A full disk must not cost the picture: the lock counts, the card is only for people.
        }

        return path;
    }

    private sealed class Needless : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
