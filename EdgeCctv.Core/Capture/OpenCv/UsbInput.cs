using System.Globalization;
using OpenCvSharp;

namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>A camera at this machine, asked for motion JPEG of 1280 × 720: raw pictures of that size would not fit through USB 2.</summary>
internal sealed class UsbInput(CameraSource source) : IOpenCvInput
{
    // DirectShow first: Media Foundation takes seconds to open some cameras, but is the only way to others.
    private static readonly VideoCaptureAPIs[] Ways = OperatingSystem.IsWindows() ? [VideoCaptureAPIs.DSHOW, VideoCaptureAPIs.MSMF] : [VideoCaptureAPIs.V4L2];

    private readonly string? _path = OperatingSystem.IsWindows() ? null : UsbCamera.DevicePath(source.Address);

    private bool _hasPicture;

    public StreamFacts Facts => new()
    {
        Device = int.TryParse(source.Address, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? UsbCamera.Find().FirstOrDefault(one => one.Number == number)?.Name
            : null,
        Transport = "USB",
    };

    public VideoCapture Open(CancellationToken cancellation)
    {
        if (_path is not null && !File.Exists(_path))
        {
            throw new CaptureException(CameraFault.NotFound, $"There is no camera {_path}.");
        }

        var video = new VideoCapture();
        if (!Array.Exists(Ways, way => TryOpen(video, way)))
        {
            video.Dispose();
            throw WhyNot();
        }

        video.Set(VideoCaptureProperties.FourCC, VideoWriter.FourCC('M', 'J', 'P', 'G'));
        video.Set(VideoCaptureProperties.FrameWidth, 1280);
        video.Set(VideoCaptureProperties.FrameHeight, 720);

        // The newest picture, not the oldest of several.
        video.Set(VideoCaptureProperties.BufferSize, 1);
        return video;
    }

    public TimeSpan Wait(VideoCapture video)
    {
        _hasPicture = true;
        return TimeSpan.Zero;
    }

    public TimeSpan? Presentation(VideoCapture video) => null;

    public void BeginAgain(VideoCapture video) => throw (_hasPicture
        ? new CaptureException(CameraFault.DeviceGone, $"{source.Display} was unplugged, or its driver gave up.")
        : WhyNot());

    private bool TryOpen(VideoCapture video, VideoCaptureAPIs way) => _path is not null
        ? video.Open(_path, way)
        : int.TryParse(source.Address, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && video.Open(number, way);

    private CaptureException WhyNot() => _path is null
        ? new CaptureException(CameraFault.NotFound, $"There is no camera {source.Address}, or another program uses it.")
        : DeviceHolders.Of(_path) is { } holder ? new CaptureException(CameraFault.Busy, $"{_path} is in use by {holder}.")
        : new CaptureException(CameraFault.Failed, $"{_path} cannot be opened; may this user? On Linux the group is often 'video'.");
}
