using OpenCvSharp;

namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>A clip, at its own pace, once or over and over.</summary>
internal sealed class FileInput : IOpenCvInput
{
    private readonly CameraSource _source;
    private readonly TimeProvider _clock;
    private long? _began;
    private double _first;
    private bool _hasPicture;

    /// <exception cref="CaptureException">There is no such file.</exception>
    public FileInput(CameraSource source, TimeProvider clock)
    {
        (_source, _clock) = (source, clock);
        if (!File.Exists(source.Address))
        {
            throw new CaptureException(CameraFault.NotFound, $"The file {source.Address} does not exist.");
        }
    }

    public StreamFacts Facts => StreamFacts.Unknown;

    public VideoCapture Open(CancellationToken cancellation)
    {
        var video = new VideoCapture();
        if (TryOpen(video))
        {
            return video;
        }

        video.Dispose();
        throw new CaptureException(CameraFault.DecoderMissing, $"{_source.Display} is no video that OpenCV can decode.");
    }

    public TimeSpan Wait(VideoCapture video)
    {
        _hasPicture = true;
        var time = video.Get(VideoCaptureProperties.PosMsec);
        if (_began is not { } began)
        {
            (_began, _first) = (_clock.GetTimestamp(), time);
            return TimeSpan.Zero;
        }

        return TimeSpan.FromMilliseconds(time - _first) - _clock.GetElapsedTime(began);
    }

    public TimeSpan? Presentation(VideoCapture video) => null;

    // Opened again rather than wound back: not every format can be, and those that can are off by some pictures.
    public void BeginAgain(VideoCapture video)
    {
        if (!_hasPicture)
        {
            throw new CaptureException(CameraFault.Damaged, $"What {_source.Display} sends cannot be decoded.");
        }

        (_began, _hasPicture) = (null, false);
        if (!_source.Loops || !TryOpen(video))
        {
            throw new CaptureException(CameraFault.EndOfStream, $"{_source.Display} has ended.");
        }
    }

    private bool TryOpen(VideoCapture video) => video.Open(_source.Address, VideoCaptureAPIs.FFMPEG);
}
