namespace EdgeCctv.Core.Capture.Mjpeg;

/// <summary>Opens network cameras that send motion JPEG over HTTP, without any native library but for the analysis picture. Thread-safe.</summary>
/// <param name="decoders">The JPEG library of this build.</param>
/// <param name="clock">Stamps the receipt and measures time-outs.</param>
public sealed class MjpegBackend(IGreyDecoderFactory decoders, TimeProvider clock) : ICaptureBackend, IBackendFacts
{
    public bool CanOpen(CameraSourceKind kind) => kind == CameraSourceKind.Mjpeg;

    public BackendFacts Describe() => BackendFacts.BuiltIn("Motion JPEG reader", "http:, https:");

    public ICapture Open(CameraSource source, CaptureSettings settings) =>
        new MjpegCapture(source, settings.Addresses.Resolve(source), new GreyPictures(decoders, settings, clock), clock);
}
