using EdgeCctv.Core.Frames;
using OpenCvSharp;

namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>
/// A camera or file that OpenCV opens and decodes. It is opened by the first read, which can be cancelled up to the moment at which
/// OpenCV is asked; a call that does not return is left to the owner of the thread.
/// </summary>
internal sealed class OpenCvCapture : ICapture
{
    private const int MostBrokenInARow = 10;

    private readonly CameraSource _source;
    private readonly IOpenCvInput _input;
    private readonly TimeProvider _clock;
    private readonly OpenCvJpeg _jpeg;
    private readonly OpenCvScaler _scaler = new();
    private readonly CaptureSettings _settings;
    private readonly CadenceGate _greyCadence;
    private readonly LastArrival _last = new();
    private readonly Mat _picture = new();
    private VideoCapture? _video;
    private TimeSpan? _interval;
    private long? _held;
    private int _brokenInARow;
    private bool _wasSilent;

    public OpenCvCapture(CameraSource source, IOpenCvInput input, CaptureSettings settings, TimeProvider clock)
    {
        (_source, _input, _settings, _clock) = (source, input, settings, clock);
        _jpeg = new OpenCvJpeg(settings.JpegQuality);
        _greyCadence = new CadenceGate(settings.GreyRate);
        Facts = input.Facts;
    }

    public StreamFacts Facts { get; private set; }

    public long? LastReceived => _last.At;

    public void EncodeAt(int jpegQuality) => _jpeg.Quality = jpegQuality;

    public CapturedPicture? Read(TimeSpan timeout, bool withGrey, CancellationToken cancellation)
    {
        var began = _clock.GetTimestamp();
        cancellation.ThrowIfCancellationRequested();
        var video = _video ??= Open(cancellation);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var left = timeout - _clock.GetElapsedTime(began);
            if (TryGrab(video) && TryHold(video, left, cancellation) && Retrieve(video, withGrey) is { } picture)
            {
                return picture;
            }

            if (_clock.GetElapsedTime(began) >= timeout)
            {
                return null;
            }
        }
    }

    public void Dispose()
    {
        _video?.Dispose();
        _picture.Dispose();
        _scaler.Dispose();
    }

    private VideoCapture Open(CancellationToken cancellation)
    {
        var video = _input.Open(cancellation);
        _interval = OpenCvTimes.Interval(video);
        Facts = _input.Facts with
        {
            Backend = $"OpenCV {OpenCvLibrary.Version}, {video.GetBackendName()}",
            Codec = _input.Facts.Codec ?? FourCharacters.Codec(video.Get(VideoCaptureProperties.FourCC)),
        };
        return video;
    }

    private bool TryGrab(VideoCapture video)
    {
        if (_held is not null)
        {
            return true;
        }

        // A packet that cannot be decoded fails at once, as an end does; only the end goes on failing.
        for (var tries = 0; tries < MostBrokenInARow; tries++)
        {
            var asked = _clock.GetTimestamp();
            if (video.Grab())
            {
                return TryReceive(video, asked);
            }

            if (_clock.GetElapsedTime(asked) >= OpenCvTimes.Read / 2)
            {
                // Silence, of which the reader's own limit decides.
                _wasSilent = true;
                return false;
            }
        }

        _input.BeginAgain(video);
        return false;
    }

    // When a read times out FFmpeg gives out what its decoder had kept back, and afterwards what the network had: all of it old. The
    // camera's own times tell how old; where it tells none, such pictures are passed over.
    private bool TryReceive(VideoCapture video, long asked)
    {
        var now = _clock.GetTimestamp();
        var waited = _clock.GetElapsedTime(asked, now);
        var timedOut = waited >= OpenCvTimes.Read - OpenCvTimes.NoWait(_interval);
        _wasSilent |= timedOut;
        if (_wasSilent && _input.Presentation(video) is null && (timedOut || waited < OpenCvTimes.NoWait(_interval)))
        {
            return false;
        }

        _wasSilent = false;
        Hold(now);
        return true;
    }

    private void Hold(long received)
    {
        _held = received;
        _last.Note(received);
    }

    // False when the time for this read is over before the picture's own.
    private bool TryHold(VideoCapture video, TimeSpan left, CancellationToken cancellation)
    {
        var wait = _input.Wait(video);
        if (wait > TimeSpan.Zero)
        {
            cancellation.WaitHandle.WaitOne(wait < left ? wait : left > TimeSpan.Zero ? left : TimeSpan.Zero);
            cancellation.ThrowIfCancellationRequested();
            if (wait > left)
            {
                return false;
            }

            Hold(_clock.GetTimestamp());
        }

        return true;
    }

    private CapturedPicture? Retrieve(VideoCapture video, bool withGrey)
    {
        var received = _held!.Value;
        _held = null;
        var presentation = _input.Presentation(video);
        if (!video.Retrieve(_picture) || _picture.Empty())
        {
            return ++_brokenInARow < MostBrokenInARow
                ? null
                : throw new CaptureException(CameraFault.Damaged, $"What {_source.Display} sends cannot be decoded.");
        }

        _brokenInARow = 0;
        return new CapturedPicture(_jpeg.Encode(_picture), _picture.Width, _picture.Height, received, _interval, Grey(withGrey)) { PresentationTime = presentation };
    }

    private GreyPicture? Grey(bool isWanted)
    {
        if (!isWanted || !_greyCadence.IsDue(_clock.GetElapsedTime(0)))
        {
            return null;
        }

        _scaler.Size = _settings.GreySize(_picture.Width, _picture.Height);
        return _scaler.Grey(_picture);
    }
}
