using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>
/// When pictures came. An RTSP camera's are known by their packets and carry the camera's own time; for anything else GStreamer's
/// running time says when the picture entered the pipeline. Disposed after the pipeline.
/// </summary>
internal sealed class GStreamerArrival : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly GStreamerPipeline _pipeline;
    private readonly GstObject? _source;
    private readonly GstObject? _packets;
    private readonly ArrivalTimes? _times;
    private readonly RtspWatch? _watch;
    private readonly LastArrival _last = new();

    public GStreamerArrival(GStreamerPipeline pipeline, GStreamerPlan plan, TimeProvider clock)
    {
        _clock = clock;
        _pipeline = pipeline;
        if (plan.RtspLocation is { } location)
        {
            var times = _times = new ArrivalTimes(clock);
            _source = pipeline.Element(GStreamerDescriptions.SourceName);
            _watch = new RtspWatch(_source, location);
            _packets = pipeline.Element(GStreamerDescriptions.ArrivalName);
            PadWatch.Add(_packets, "src", presentation =>
            {
                _last.Note(times.Note(presentation));
                return true;
            });
        }
    }

    /// <summary>When anything last came; null before the first time. Any thread, after disposal as well.</summary>
    public long? Last => _last.At;

    /// <summary>What the camera says that it sends, once it came; null where it says nothing.</summary>
    public string? Codec => _packets is null ? null : Encoding(_packets);

    /// <summary>A picture is on its way through the pipeline, or out of it. It tells of an arrival where no packet does. Any thread.</summary>
    public void NotePicture()
    {
        if (_times is null)
        {
            _last.Note(_clock.GetTimestamp());
        }
    }

    public void ThrowIfMoved() => _watch?.ThrowIfMoved();

    public void ThrowIfMovedInVain() => _watch?.ThrowIfMovedInVain();

    /// <summary>The moment of receipt on our clock, and the camera's own time where it tells it.</summary>
    public (long Received, TimeSpan? Presentation) Of(nint sample)
    {
        var presentation = GStreamerSample.Timestamp(sample);
        return _times is null ? (_clock.GetTimestamp() - Ago(sample), null)
            : _times.Of(presentation) is { } arrival ? (arrival, TimeSpan.FromTicks((long)(presentation / 100)))
            : (_clock.GetTimestamp(), null);
    }

    public void Dispose()
    {
        _packets?.Dispose();
        _source?.Dispose();
    }

    // How long ago the picture entered the pipeline, in ticks of our clock: its presentation time is stamped at receipt.
    private long Ago(nint sample)
    {
        var then = GStreamerSample.RunningTime(sample);
        var now = _pipeline.RunningTime;
        return then == Native.NoTime || now == Native.NoTime || then >= now
            ? 0
            : (long)((now - then) / 1e9 * _clock.TimestampFrequency);
    }

    private static string? Encoding(GstObject element)
    {
        using var pad = Native.gst_element_get_static_pad(element, "src");
        using var caps = Native.gst_pad_get_current_caps(pad);
        return caps.IsInvalid
            ? null
            : RtspWords.Codec(Marshal.PtrToStringUTF8(Native.gst_structure_get_string(
                Native.gst_caps_get_structure(caps.DangerousGetHandle(), 0), "encoding-name")));
    }
}
