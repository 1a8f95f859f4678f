using EdgeCctv.Core.Capture.Clips;
using OpenCvSharp;

namespace EdgeCctv.Core.Capture.OpenCv.Clips;

/// <summary>
/// The frames of a video file. OpenCV leaves damaged frames out without a word, so the file is opened a second time for its packets,
/// which are only counted.
/// </summary>
internal sealed class VideoFrames : IClipFrames
{
    // Packets; as many as may come between a frame and one that is shown before it. H.264 allows 16.
    private const int ReadAhead = 20;

    private const int MostBrokenInARow = 100;

    private readonly string _path;
    private readonly VideoCapture _video = new();
    private readonly VideoCapture _packets = new();
    private readonly PacketOrder _order = new();
    private readonly Mat _picture = new();
    private readonly double? _rate;
    private long _packetsRead;
    private long _picturesRead;
    private TimeSpan? _reached;

    public VideoFrames(string path)
    {
        _path = path;
        if (!_video.Open(path, VideoCaptureAPIs.FFMPEG))
        {
            Dispose();
            throw new CaptureException(CameraFault.DecoderMissing, $"{path} is no video that OpenCV can decode.");
        }

        _rate = _video.Get(VideoCaptureProperties.Fps) is > 0 and var rate ? rate : null;

        // -1 asks for packets as they are.
        if (!_packets.Open(path, VideoCaptureAPIs.FFMPEG) || !_packets.Set(VideoCaptureProperties.Format, -1))
        {
            _packets.Release();
        }
    }

    public double? FramesPerSecond => _rate;

    public int? Count => _video.Get(VideoCaptureProperties.FrameCount) is > 0 and < int.MaxValue and var count ? (int)count : null;

    public int Missed { get; private set; }

    public string? BrokenOff { get; private set; }

    public string Place(int number) => $"{_path}, frame {number}";

    public Mat? Next()
    {
        if (!TryGrab())
        {
            ReadPackets(long.MaxValue);
            Missed = _order.TakeRest();
            BrokenOff = ClipEnd.Missing(Count / _rate is { } seconds ? TimeSpan.FromSeconds(seconds) : null, _reached);
            return null;
        }

        _picturesRead++;
        ReadPackets(_picturesRead + ReadAhead);
        Missed = _order.Take(Time(_video));
        _picturesRead += Missed;
        _reached = TimeSpan.FromMilliseconds(_video.Get(VideoCaptureProperties.PosMsec));
        return _video.Retrieve(_picture) ? _picture : PictureFrames.None;
    }

    public void Dispose()
    {
        _video.Dispose();
        _packets.Dispose();
        _picture.Dispose();
    }

    // Microseconds; both readings of the file reckon them in the same way.
    private static ulong Time(VideoCapture video) => (ulong)Math.Max(0, 1000 * video.Get(VideoCaptureProperties.PosMsec));

    // A packet that cannot be decoded fails as the end does; only the end goes on failing.
    private bool TryGrab()
    {
        for (var tries = 0; tries < MostBrokenInARow; tries++)
        {
            if (_video.Grab())
            {
                return true;
            }
        }

        return false;
    }

    private void ReadPackets(long upTo)
    {
        while (_packetsRead < upTo && _packets.IsOpened() && _packets.Grab())
        {
            _order.Add(Time(_packets));
            _packetsRead++;
        }
    }
}
