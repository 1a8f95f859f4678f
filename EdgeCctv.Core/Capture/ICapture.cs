namespace EdgeCctv.Core.Capture;

/// <summary>
/// One open camera. Used by one thread, which opens, reads and disposes it; disposing releases the device and the connection before
/// it returns, from whatever stage the capture is in.
/// </summary>
public interface ICapture : IDisposable
{
    /// <summary>What is known of the stream; complete once a picture was read, and may grow until then.</summary>
    StreamFacts Facts { get; }

    /// <summary>
    /// When anything last came from the camera, whether or not a picture could be made of it; on the <see cref="TimeProvider"/>'s
    /// monotonic scale, null before. From any thread, at any time, after disposal as well; takes no lock.
    /// </summary>
    long? LastReceived { get; }

    /// <summary>Encodes the pictures from now on at this quality, where that is done here. By the thread that reads.</summary>
    /// <param name="jpegQuality">1 to 100.</param>
    void EncodeAt(int jpegQuality);

    /// <summary>Waits for the next picture.</summary>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="withGrey">Whether the analysis picture is wanted too; it may be missing in the first pictures after a change.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The picture, or null when none came in time.</returns>
    /// <exception cref="CaptureException">The capture has failed or ended and must be disposed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    CapturedPicture? Read(TimeSpan timeout, bool withGrey, CancellationToken cancellation);
}
