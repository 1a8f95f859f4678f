using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>A camera, file or pipeline, opened, and where necessary decoded and encoded, by GStreamer.</summary>
internal sealed class GStreamerCapture : ICapture
{
    // A bus error and a cancellation are noticed within this time; a picture is returned at once.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(100);

    // A transfer at its limit breaks a picture now and then; a camera that only sends broken ones is no camera.
    private const int MostBrokenInARow = 10;

    private readonly TimeProvider _clock;
    private readonly CameraSource _source;
    private readonly GStreamerPlan _plan;
    private readonly GStreamerPipeline _pipeline;
    private readonly GStreamerArrival _arrival;
    private readonly GreyGate _greyGate;
    private readonly GstObject _jpegSink;
    private readonly GreySink _greys;
    private bool _hasPicture;
    private int _brokenInARow;

    public GStreamerCapture(CameraSource source, GStreamerPlan plan, CaptureSettings settings, TimeProvider clock)
    {
        _clock = clock;
        _source = source;
        _plan = plan;
        GStreamerWords.Protect(source);
        _greyGate = new GreyGate(settings.GreyRate, clock);
        _pipeline = new GStreamerPipeline(plan.Description, source.RedactFrom);
        _jpegSink = _pipeline.Element(GStreamerDescriptions.JpegSink);
        _greys = new GreySink(_pipeline.Element(GStreamerDescriptions.GreySink));
        _arrival = new GStreamerArrival(_pipeline, plan, clock);
        try
        {
            using var gate = _pipeline.Element(GStreamerDescriptions.GreyGate);
            PadWatch.Add(gate, "sink", presentation =>
            {
                _arrival.NotePicture();
                return _greyGate.Lets(presentation);
            });
            PictureShape.Keep(
                _pipeline, GStreamerDescriptions.GreyScaler, GStreamerDescriptions.GreyFilter, GStreamerLuma.Formats, settings.GreySize);
            DecoderManners.Teach(_pipeline);
            foreach (var (property, value) in plan.Properties)
            {
                _pipeline.Set(GStreamerDescriptions.SourceName, property, value);
            }

            _pipeline.Play();
        }
        catch (Exception broken)
        {
            Dispose();
            throw broken is CaptureException fault ? Usb.UsbFaults.Explain(fault, plan, isRunning: false) : broken;
        }
    }

    public StreamFacts Facts { get; private set; } = StreamFacts.Unknown;

    public long? LastReceived => _arrival.Last;

    public void EncodeAt(int jpegQuality)
    {
        if (!_plan.PassesJpeg)
        {
            _pipeline.SetQuality(GStreamerDescriptions.JpegEncoder, jpegQuality);
        }
    }

    public CapturedPicture? Read(TimeSpan timeout, bool withGrey, CancellationToken cancellation)
    {
        _greyGate.Want(withGrey);
        for (var began = _clock.GetTimestamp(); ;)
        {
            cancellation.ThrowIfCancellationRequested();
            ThrowOnError();
            var left = timeout - _clock.GetElapsedTime(began);
            var sample = GStreamerSample.Pull(_jpegSink, left < LongestWait ? left : LongestWait);
            if (sample != 0 && Whole(Picture(sample)) is { } picture)
            {
                return picture;
            }

            BeginAgainAtEnd();
            if (left <= TimeSpan.Zero)
            {
                return null;
            }
        }
    }

    public void Dispose()
    {
        _pipeline.Dispose();
        _arrival.Dispose();
        _jpegSink.Dispose();
        _greys.Dispose();
    }

    private CapturedPicture Picture(nint sample)
    {
        try
        {
            _arrival.NotePicture();
            var timestamp = GStreamerSample.Timestamp(sample);
            var (received, presentation) = _arrival.Of(sample);
            var (width, height, interval) = GStreamerSample.Format(sample);
            var picture = new CapturedPicture(GStreamerSample.Bytes(sample), width, height, received, interval, GreyOf(timestamp))
            {
                PresentationTime = presentation,
            };
            LearnFacts();
            return picture;
        }
        finally
        {
            Native.gst_mini_object_unref(sample);
        }
    }

    // What the camera's own JPEG lacks or has too much of is mended, as the reader of network cameras does; what is broken is left out.
    private CapturedPicture? Whole(in CapturedPicture picture)
    {
        if (!_plan.PassesJpeg)
        {
            return picture;
        }

        if (JpegStructure.Check(picture.Jpeg, out var scan) is not { } fault)
        {
            _brokenInARow = 0;
            return scan.HasHuffmanTables ? picture : picture with { Jpeg = JpegHuffmanTables.Insert(picture.Jpeg.AsSpan(0, scan.Length), scan.FirstScan) };
        }

        return ++_brokenInARow < MostBrokenInARow
            ? null
            : throw new CaptureException(CameraFault.Damaged, $"{_source.Display} sends broken pictures: {fault}.");
    }

    private GreyPicture? GreyOf(ulong timestamp) => _greyGate.HasLet(timestamp) ? _greys.Of(timestamp) : null;

    private void LearnFacts()
    {
        if (!_hasPicture)
        {
            _hasPicture = true;
            _pipeline.ThrowOnError();
            Facts = _plan.Facts with
            {
                Backend = GStreamerLibrary.Version,
                Codec = _plan.Facts.Codec ?? _arrival.Codec ?? _pipeline.Codec,
            };
        }
    }

    private void ThrowOnError()
    {
        try
        {
            _arrival.ThrowIfMoved();
            _pipeline.ThrowOnError();
        }
        catch (CaptureException fault)
        {
            _arrival.ThrowIfMovedInVain();
            throw Usb.UsbFaults.Explain(fault, _plan, _hasPicture);
        }
    }

    private void BeginAgainAtEnd()
    {
        if (!Native.gst_app_sink_is_eos(_jpegSink))
        {
            return;
        }

        // The error that ended the stream, if one did, tells more than the end.
        ThrowOnError();
        if (!_source.Loops || !_pipeline.SeekToStart())
        {
            throw new CaptureException(CameraFault.EndOfStream, $"{_source.Display} has ended.");
        }
    }
}
