using EdgeCctv.Core.Capture.Clips;
using OpenCvSharp;

namespace EdgeCctv.Core.Capture.OpenCv.Clips;

/// <summary>Reads a clip.</summary>
internal sealed class OpenCvClip<TPicture> : IClipReader<TPicture>
{
    private readonly IClipFrames _frames;
    private readonly Func<Mat, OpenCvScaler, TPicture> _make;
    private readonly OpenCvScaler _scaler = new();
    private ClipFrame<TPicture>? _first;
    private bool _hasEnded;

    public OpenCvClip(ClipPath clip, IClipFrames frames, Func<Mat, OpenCvScaler, TPicture> make, Func<int, int, (int Width, int Height)> size)
    {
        (_frames, _make) = (frames, make);
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

    public string? BrokenOff => _frames.BrokenOff;

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
        while (!_hasEnded)
        {
            var picture = _frames.Next();
            Skip(_frames.Missed);
            if (picture is null)
            {
                _hasEnded = true;
            }
            else if (picture.Empty())
            {
                Skip(1);
            }
            else
            {
                Passed++;
                look(picture);
                return new ClipFrame<TPicture>(Passed, _make(picture, _scaler));
            }
        }

        return null;
    }

    private void Skip(int frames)
    {
        Passed += frames;
        Skipped += frames;
    }

    private void CheckSize(Mat picture)
    {
        try
        {
            OneSize.Require((Facts.Width, Facts.Height), (picture.Width, picture.Height));
        }
        catch (CaptureException fault)
        {
            throw new CaptureException(fault.Fault, $"{_frames.Place(Passed)}: {fault.Message}", fault);
        }
    }
}
