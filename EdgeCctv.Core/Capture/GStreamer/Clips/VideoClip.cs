using EdgeCctv.Core.Capture.Clips;

namespace EdgeCctv.Core.Capture.GStreamer.Clips;

/// <summary>A video file of any kind that GStreamer can decode.</summary>
internal sealed class VideoClip<TPicture> : IClipReader<TPicture>
{
    private readonly ClipPath _clip;
    private readonly IPictureMaker<TPicture> _maker;
    private readonly PacketOrder _packets = new();
    private readonly ClipPipeline _pipeline;
    private ClipFrame<TPicture>? _first;
    private TimeSpan? _reached;
    private bool _hasEnded;

    public VideoClip(ClipPath clip, IPictureMaker<TPicture> maker, TimeProvider clock, CancellationToken cancellation)
    {
        (_clip, _maker) = (clip, maker);
        _pipeline = new ClipPipeline("decodebin ! queue max-size-buffers=4 max-size-bytes=0 max-size-time=0", maker.Tail, clip.Path, Prepare, clock);
        try
        {
            _first = Read(cancellation) ?? throw new CaptureException(CameraFault.Damaged, $"{clip.Path} holds no frame that can be decoded.");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public ClipFacts Facts { get; private set; } = new(0, 0, null, null);

    public int Passed { get; private set; }

    public int Skipped { get; private set; }

    public string? BrokenOff { get; private set; }

    public ClipFrame<TPicture>? Next(CancellationToken cancellation)
    {
        var frame = _first ?? Read(cancellation);
        _first = null;
        return frame;
    }

    public void Dispose() => _pipeline.Dispose();

    private void Prepare(GStreamerPipeline pipeline)
    {
        DecoderManners.Teach(pipeline);
        DecoderWatch.Add(pipeline, _packets);
        _maker.Prepare(pipeline);
    }

    private ClipFrame<TPicture>? Read(CancellationToken cancellation)
    {
        var sample = _hasEnded ? 0 : Pull(cancellation);
        return sample == 0 ? End() : Take(sample);
    }

    private nint Pull(CancellationToken cancellation)
    {
        try
        {
            return _pipeline.Next(cancellation);
        }
        catch (CaptureException fault) when (Passed == 0)
        {
            throw new CaptureException(fault.Fault, $"{_clip.Path} is no video that can be decoded: {fault.Message}", fault);
        }
        catch (CaptureException fault) when (fault.Fault != CameraFault.NoData)
        {
            BrokenOff = fault.Message;
            return 0;
        }
    }

    private ClipFrame<TPicture>? End()
    {
        if (!_hasEnded)
        {
            _hasEnded = true;
            Skip(_packets.TakeRest());
            BrokenOff ??= ClipEnd.Missing(_pipeline.Duration, _reached);
        }

        return null;
    }

    private ClipFrame<TPicture> Take(nint sample)
    {
        try
        {
            Skip(_packets.Take(GStreamerSample.Timestamp(sample)));
            Passed++;
            var picture = _maker.Make(sample);
            LearnFacts(sample);
            _reached = GStreamerSample.Timestamp(sample) is var time && time < long.MaxValue ? TimeSpan.FromTicks((long)(time / 100)) : _reached;
            return new ClipFrame<TPicture>(Passed, picture);
        }
        catch (CaptureException fault)
        {
            throw new CaptureException(fault.Fault, $"{_clip.Path}, frame {Passed}: {fault.Message}", fault);
        }
        finally
        {
            Native.gst_mini_object_unref(sample);
        }
    }

    private void Skip(int frames)
    {
        Passed += frames;
        Skipped += frames;
    }

    private void LearnFacts(nint sample)
    {
        if (Facts.Width == 0)
        {
            var rate = 1 / GStreamerSample.Format(sample).Interval?.TotalSeconds;
            var frames = (int?)(rate * _pipeline.Duration?.TotalSeconds + 0.5);
            Facts = new ClipFacts(_maker.Source.Width, _maker.Source.Height, rate, frames);
        }
    }
}
