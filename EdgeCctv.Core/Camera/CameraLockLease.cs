namespace EdgeCctv.Core.Camera;

/// <summary>A lock that is held. The operating system ends it with the process, whatever happened to that.</summary>
/// <param name="file">Open to nobody else.</param>
/// <param name="cardPath">What was written beside it.</param>
internal sealed class CameraLockLease(FileStream file, string cardPath) : IDisposable
{
    public void Dispose()
    {
        // The card first: once the lock is free, the next holder's card may stand in its place. The lock file stays: somebody may
        // have it open to try the lock, and would then hold one that nobody else finds.
        try
        {
            File.Delete(cardPath);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // A card without a lock is not quoted.
        }

        file.Dispose();
    }
}
