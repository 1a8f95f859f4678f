namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>Opens RTSP cameras, files and pipeline text with GStreamer 1.22 or newer. Thread-safe.</summary>
public sealed class GStreamerBackend(TimeProvider clock) : ICaptureBackend, IJpegEncoderFactory, IGreyDecoderFactory
{
    public bool CanOpen(CameraSourceKind kind) => kind is CameraSourceKind.Rtsp or CameraSourceKind.File or CameraSourceKind.Pipeline;

    public ICapture Open(CameraSource source, CaptureSettings settings)
    {
        switch (source.Kind)
        {
            case CameraSourceKind.File when !File.Exists(source.Address):
                throw new CaptureException(CameraFault.NotFound, $"The file {source.Address} does not exist.");
            case CameraSourceKind.Rtsp:
                // Looked up here: GStreamer tells an unknown name and a refused connection with the same words.
                settings.Addresses.Resolve(source);
                break;
            default:
                break;
        }

        return new GStreamerCapture(source, settings, clock);
    }

    public IJpegEncoder Create(int width, int height, int quality) => new GStreamerJpegEncoder(width, height, quality);

    public IGreyDecoder CreateGreyDecoder(CaptureSettings settings) => new GStreamerGreyDecoder(settings);
}
