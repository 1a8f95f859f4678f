using OpenCvSharp;

namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>
/// An RTSP camera. OpenCV only ever says that it could not: so the camera is asked first, and tells the reason itself; a wrong
/// password is tried once, not twice.
/// </summary>
internal sealed class RtspInput(CameraSource source, CaptureSettings settings, TimeProvider clock) : IOpenCvInput
{
    // CAP_PROP_OPEN_TIMEOUT_MSEC and CAP_PROP_READ_TIMEOUT_MSEC of videoio.hpp, for which OpenCvSharp has no names.
    private const int OpenTimeout = 53;
    private const int ReadTimeout = 54;

    // Frames; more than FFmpeg keeps while it looks at the stream.
    private const int MostBacklog = 150;

    private string? _codec;

    public StreamFacts Facts => new()
    {
        Codec = _codec,
        Transport = RtspWords.Of(settings.RtspTransport),
    };

    public VideoCapture Open(CancellationToken cancellation)
    {
        var addresses = settings.Addresses.Resolve(source);
        _codec = RtspProbe.Ask(source, addresses, OpenCvTimes.Open, clock, cancellation);
        cancellation.ThrowIfCancellationRequested();

        // A trusted name is left to FFmpeg, which tries all of its addresses; any other is what was checked.
        var location = source.IsTrusted ? source.Address : RtspAddress.Literal(source, addresses);
        var began = clock.GetTimestamp();
        var video = Connect(location);
        if (!video.IsOpened() && clock.GetElapsedTime(began) < OpenCvTimes.Read)
        {
            // A camera may still be busy with ending what it was asked beforehand.
            video.Dispose();
            cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(200));
            cancellation.ThrowIfCancellationRequested();
            video = Connect(location);
        }

        if (!video.IsOpened())
        {
            video.Dispose();
            throw WhyNot(clock.GetElapsedTime(began));
        }

        CatchUp(video);
        return video;
    }

    public TimeSpan Wait(VideoCapture video) => TimeSpan.Zero;

    public TimeSpan? Presentation(VideoCapture video) =>
        video.Get(VideoCaptureProperties.PosMsec) is > 0 and var time ? TimeSpan.FromMilliseconds(time) : null;

    public void BeginAgain(VideoCapture video) => throw new CaptureException(CameraFault.EndOfStream, $"{source.Display} has ended.");

    private VideoCapture Connect(string location) => new(
        WithCredentials(location),
        VideoCaptureAPIs.FFMPEG,
        [
            OpenTimeout, (int)OpenCvTimes.Open.TotalMilliseconds,
            ReadTimeout, (int)OpenCvTimes.Read.TotalMilliseconds,
        ]);

    // What came while FFmpeg looked at the stream is old already: pictures that need not be waited for are passed over.
    private void CatchUp(VideoCapture video)
    {
        var noWait = OpenCvTimes.NoWait(OpenCvTimes.Interval(video));
        for (var i = 0; i < MostBacklog; i++)
        {
            var asked = clock.GetTimestamp();
            if (!video.Grab() || clock.GetElapsedTime(asked) > noWait)
            {
                return;
            }
        }
    }

    private CaptureException WhyNot(TimeSpan took)
    {
        if (took >= OpenCvTimes.Open - TimeSpan.FromMilliseconds(200))
        {
            return new CaptureException(CameraFault.TimedOut, $"{source.Display} answers, but sends no picture.");
        }

        // The FFmpeg in OpenCvSharp4.official.runtime.linux-x64 4.13 is built with --disable-network; the one for Windows is not.
        return OperatingSystem.IsLinux()
            ? new CaptureException(CameraFault.BackendMissing, $"{source.Display} answers, but OpenCV does not open it: its library for Linux comes without network. Install GStreamer.")
            : new CaptureException(CameraFault.DecoderMissing, $"{source.Display} answers, but OpenCV cannot decode what it sends.");
    }

    private string WithCredentials(string location) => source.User is { } user
        ? location.Insert(
            location.IndexOf("://", StringComparison.Ordinal) + 3, $"{Uri.EscapeDataString(user)}:{Uri.EscapeDataString(source.Password ?? "")}@")
        : location;
}
