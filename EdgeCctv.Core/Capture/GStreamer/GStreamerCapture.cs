using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>A camera, file or pipeline, decoded and encoded by GStreamer.</summary>
internal sealed class GStreamerCapture : ICapture
{
    // A bus error and a cancellation are noticed within this time; a picture is returned at once.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(100);

    // The analysis picture is ready before the JPEG, as a rule; a frame does not wait longer for it.
    private static readonly TimeSpan GreyWait = TimeSpan.FromMilliseconds(20);

    private readonly TimeProvider _clock;
    private readonly CameraSource _source;
    private readonly GStreamerPipeline _pipeline;
    private readonly GstObject _jpegSink;
    private readonly GstObject _greySink;
    private bool _greyFlows;

    public GStreamerCapture(CameraSource source, CaptureSettings settings, TimeProvider clock)
    {
        _clock = clock;
        _source = source;
        _pipeline = new GStreamerPipeline(GStreamerDescriptions.Of(source, settings), source.RedactFrom);
        _jpegSink = _pipeline.Element(GStreamerDescriptions.JpegSink);
        _greySink = _pipeline.Element(GStreamerDescriptions.GreySink);
        try
        {
            Address();
            _pipeline.Play();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public StreamFacts Facts { get; } = new() { Backend = "GStreamer" };

    public CapturedPicture? Read(TimeSpan timeout, bool withGrey, CancellationToken cancellation)
    {
        LetGreyFlow(withGrey);
        for (var began = _clock.GetTimestamp(); ;)
        {
            cancellation.ThrowIfCancellationRequested();
            _pipeline.ThrowOnError();
            var left = timeout - _clock.GetElapsedTime(began);
            using var sample = Pull(_jpegSink, left < LongestWait ? left : LongestWait);
            if (!sample.IsInvalid)
            {
                return Picture(sample, withGrey);
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
        _jpegSink.Dispose();
        _greySink.Dispose();
    }

    private static GstMiniObject Pull(GstObject sink, TimeSpan wait) =>
        Native.gst_app_sink_try_pull_sample(sink, wait > TimeSpan.Zero ? (ulong)wait.Ticks * 100 : 0);

    private void Address()
    {
        if (_source.Kind != CameraSourceKind.Pipeline)
        {
            _pipeline.Set(GStreamerDescriptions.SourceName, "location", _source.Address);
        }

        if (_source.User is { } user)
        {
            _pipeline.Set(GStreamerDescriptions.SourceName, "user-id", user);
            _pipeline.Set(GStreamerDescriptions.SourceName, "user-pw", _source.Password ?? "");
        }
    }

    private void LetGreyFlow(bool wanted)
    {
        if (wanted != _greyFlows)
        {
            _greyFlows = wanted;
            _pipeline.Set(GStreamerDescriptions.GreyValve, "drop", wanted ? "false" : "true");
        }
    }

    private CapturedPicture Picture(GstMiniObject sample, bool withGrey)
    {
        var received = _clock.GetTimestamp() - Ago(sample);
        var (width, height, interval) = GStreamerSample.Format(sample);
        var grey = withGrey ? GreyOf(GStreamerSample.Timestamp(sample)) : null;
        return new CapturedPicture(GStreamerSample.Bytes(sample), width, height, received, interval, grey);
    }

    // How long ago the picture entered the pipeline, in ticks of our clock: its presentation time is stamped at receipt.
    private long Ago(GstMiniObject sample)
    {
        var then = GStreamerSample.RunningTime(sample);
        var now = _pipeline.RunningTime;
        return then == Native.NoTime || now == Native.NoTime || then >= now
            ? 0
            : (long)((now - then) / 1e9 * _clock.TimestampFrequency);
    }

    private GreyPicture? GreyOf(ulong timestamp)
    {
        while (true)
        {
            using var sample = Pull(_greySink, GreyWait);
            if (sample.IsInvalid || GStreamerSample.Timestamp(sample) > timestamp)
            {
                return null;
            }

            if (GStreamerSample.Timestamp(sample) == timestamp)
            {
                var (width, height, _) = GStreamerSample.Format(sample);
                return new GreyPicture(width, height, GStreamerSample.Bytes(sample));
            }
        }
    }

    private void BeginAgainAtEnd()
    {
        if (!Native.gst_app_sink_is_eos(_jpegSink))
        {
            return;
        }

        // The error that ended the stream, if one did, tells more than the end.
        _pipeline.ThrowOnError();
        if (!_source.Loops || !_pipeline.SeekToStart())
        {
            throw new CaptureException(CameraFault.EndOfStream, $"{_source.Display} has ended.");
        }
    }
}
