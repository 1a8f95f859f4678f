using OpenCvSharp;

namespace EdgeCctv.Core.Capture.OpenCv.Clips;

/// <summary>The frames of a video file.</summary>
internal sealed class VideoFrames : IClipFrames
{
    private readonly VideoCapture _video = new();
    private readonly Mat _picture = new();

    public VideoFrames(string path)
    {
        if (!_video.Open(path, VideoCaptureAPIs.FFMPEG))
        {
            Dispose();
            throw new CaptureException(CameraFault.DecoderMissing, $"{path} is no video that OpenCV can decode.");
        }
    }

    public double? FramesPerSecond => _video.Get(VideoCaptureProperties.Fps) is > 0 and var rate ? rate : null;

    public int? Count => _video.Get(VideoCaptureProperties.FrameCount) is > 0 and < int.MaxValue and var count ? (int)count : null;

    public Mat? Next()
    {
        if (!_video.Grab())
        {
            return null;
        }

        _video.Retrieve(_picture);
        return _picture;
    }

    public void Dispose()
    {
        _video.Dispose();
        _picture.Dispose();
    }
}
