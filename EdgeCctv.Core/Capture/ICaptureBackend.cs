namespace EdgeCctv.Core.Capture;

/// <summary>Opens sources of the kinds it can handle. Stateless and thread-safe.</summary>
public interface ICaptureBackend
{
    bool CanOpen(CameraSourceKind kind);

    /// <summary>Opens the source. Blocks for as long as the native library does; waiting for pictures belongs to <see cref="ICapture.Read"/>.</summary>
    /// <exception cref="CaptureException">The source cannot be opened.</exception>
    ICapture Open(CameraSource source, CaptureSettings settings);
}
