using EdgeCctv.Core.Capture.Clips;
using EdgeCctv.Core.Capture.OpenCv.Clips;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>Opens RTSP cameras, cameras at this machine and files with OpenCV 4.13, for machines without GStreamer. Thread-safe.</summary>
public sealed class OpenCvBackend : ICaptureLibrary
{
    private readonly TimeProvider _clock;

    /// <param name="clock">Stamps the receipt and paces files.</param>
    /// <param name="transport">How RTSP pictures travel; the same for all captures of the process, as OpenCV wants it.</param>
    public OpenCvBackend(TimeProvider clock, RtspTransport transport)
    {
        _clock = clock;
        OpenCvEnvironment.Set(transport);
    }

    public bool CanOpen(CameraSourceKind kind) => kind is CameraSourceKind.Rtsp or CameraSourceKind.Usb or CameraSourceKind.File;

    public ICapture Open(CameraSource source, CaptureSettings settings)
    {
        OpenCvLibrary.Require();
        return new OpenCvCapture(source, Input(source, settings), settings, _clock);
    }

    public BackendFacts Describe() => new("OpenCV", "rtsp:, usb:, file:", OpenCvLibrary.Version, OpenCvLibrary.Failure);

    public IJpegEncoder Create(int width, int height, int quality)
    {
        OpenCvLibrary.Require();
        return new OpenCvJpegEncoder(quality);
    }

    public IGreyDecoder CreateGreyDecoder(CaptureSettings settings)
    {
        OpenCvLibrary.Require();
        return new OpenCvGreyDecoder(settings);
    }

    public IColourDecoder CreateColourDecoder() =>
        OpenCvLibrary.Failure is { } reason ? throw new InvalidOperationException(reason) : new OpenCvColourDecoder();

    public IClipReader<GreyPicture> OpenGrey(ClipPath clip, Func<int, int, (int Width, int Height)> size, CancellationToken cancellation) =>
        Read(clip, (picture, at) => at.Grey(picture), size);

    public IClipReader<ColourPicture> OpenColour(ClipPath clip, Func<int, int, (int Width, int Height)> size, CancellationToken cancellation) =>
        Read(clip, (picture, at) => at.Colour(picture), size);

    private static OpenCvClip<TPicture> Read<TPicture>(ClipPath clip, Func<OpenCvSharp.Mat, OpenCvScaler, TPicture> make, Func<int, int, (int Width, int Height)> size)
    {
        OpenCvLibrary.Require();
        return new OpenCvClip<TPicture>(clip, clip.Pictures is null ? new VideoFrames(clip.Path) : new PictureFrames(clip.Pictures), make, size);
    }

    private IOpenCvInput Input(CameraSource source, CaptureSettings settings) => source.Kind switch
    {
        CameraSourceKind.Rtsp => new RtspInput(source, settings, _clock),
        CameraSourceKind.Usb => new UsbInput(source),
        CameraSourceKind.File => new FileInput(source, _clock),
        _ => throw new ArgumentOutOfRangeException(nameof(source), source.Kind, "OpenCV does not open this kind of source."),
    };
}
