using EdgeCctv.Core.Capture.Clips;
using OpenCvSharp;

namespace EdgeCctv.Core.Capture.OpenCv.Clips;

/// <summary>Reads a clip. Of frames of a video that cannot be decoded OpenCV says nothing: they are neither numbered nor counted.</summary>
internal sealed class OpenCvClip<TPicture> : IClipReader<TPicture>
{
    private readonly ClipPath _clip;
    private readonly IClipFrames _frames;
    private readonly Func<Mat, OpenCvScaler, TPicture> _make;
    private readonly OpenCvScaler _scaler = new();
    private ClipFrame<TPicture>? _first;

    public OpenCvClip(ClipPath clip, IClipFrames frames, Func<Mat, OpenCvScaler, TPicture> make, Func<int, int, (int Width, int Height)> size)
    {
        (_clip, _frames, _make) = (clip, frames, make);
        _first = Read(first =>
        {
            Facts = new ClipFacts(first.Width, first.Height, frames.FramesPerSecond, frames.Count);
            _scaler.Size = size(first.Width, first.Height);
        });
        if (_first is null)
        {
            Dispose();
            throw new CaptureException(CameraFault.Damaged, $"{clip.Path} holds no frame that can be decoded.");
        }
    }

    public ClipFacts Facts { get; private set; } = new(0, 0, null, null);

    public int Passed { get; private set; }

    public int Skipped { get; private set; }

    public string? BrokenOff => null;

    public ClipFrame<TPicture>? Next(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var frame = _first ?? Read(CheckSize);
        _first = null;
        return frame;
    }

    public void Dispose()
    {
        _frames.Dispose();
        _scaler.Dispose();
    }

    private ClipFrame<TPicture>? Read(Action<Mat> look)
    {
        while (_frames.Next() is { } picture)
        {
            Passed++;
            if (!picture.Empty())
            {
                look(picture);
                return new ClipFrame<TPicture>(Passed, _make(picture, _scaler));
            }

            Skipped++;
        }

        return null;
    }

    private void CheckSize(Mat picture)
    {
        try
        {
            OneSize.Require((Facts.Width, Facts.Height), (picture.Width, picture.Height));
        }
        catch (CaptureException fault)
        {
            throw new CaptureException(fault.Fault, $"{_clip.Path}, frame {Passed}: {fault.Message}", fault);
        }
    }
}
