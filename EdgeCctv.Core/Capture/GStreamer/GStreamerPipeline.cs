using System.Globalization;
using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>
/// A running pipeline and its bus. Disposing takes it to NULL, from whatever state, before it returns: that frees the device or the
/// connection. Used by one thread.
/// </summary>
internal sealed class GStreamerPipeline : IDisposable
{
    private readonly GstObject _pipeline;
    private readonly GstObject _bus;
    private readonly Func<string, string> _redact;
    private string? _missing;

    /// <param name="description">Pipeline text in gst-launch's syntax.</param>
    /// <param name="redact">Takes secrets out of what GStreamer says before it becomes a message of ours.</param>
    /// <exception cref="CaptureException">The text cannot be parsed, or an element is not installed.</exception>
    public GStreamerPipeline(string description, Func<string, string> redact)
    {
        GStreamerLibrary.Require();
        _redact = redact;
        _pipeline = Native.gst_parse_launch(description, out var error);
        using (error)
        {
            if (_pipeline.IsInvalid || !error.IsInvalid)
            {
                var reason = Fault(error, debug: "");
                _pipeline.Dispose();
                throw reason;
            }
        }

        _bus = Native.gst_element_get_bus(_pipeline);
    }

    /// <summary>What the elements call the video that they decode, once they know.</summary>
    public string? Codec { get; private set; }

    /// <summary>Time since the pipeline began to play, in nanoseconds of its own clock.</summary>
    public ulong RunningTime => Native.gst_element_get_current_running_time(_pipeline);

    public GstObject Element(string name) => Native.gst_bin_get_by_name(_pipeline, name);

    public void Set(string element, string property, string value)
    {
        using var target = Element(element);
        Native.gst_util_set_object_arg(target, property, value);
    }

    /// <summary>Of a <c>jpegenc</c>, which looks at it before each picture: it may be playing.</summary>
    public void SetQuality(string encoder, int quality) => Set(encoder, "quality", quality.ToString(CultureInfo.InvariantCulture));

    /// <exception cref="CaptureException">An element refuses to start.</exception>
    public void Play()
    {
        if (Native.gst_element_set_state(_pipeline, GstState.Playing) == GstStateChange.Failure)
        {
            ThrowOnError();
            throw new CaptureException(CameraFault.Failed, "GStreamer refuses to start the pipeline and gives no reason.");
        }
    }

    public bool SeekToStart() =>
        Native.gst_element_seek_simple(_pipeline, GstFormat.Time, GstSeek.Flush | GstSeek.KeyUnit, 0);

    /// <summary>How long the stream says it lasts; null when it does not.</summary>
    public TimeSpan? Duration =>
        Native.gst_element_query_duration(_pipeline, GstFormat.Time, out var nanoseconds) && nanoseconds > 0 ? TimeSpan.FromTicks(nanoseconds / 100) : null;

    /// <summary>Calls back on every element that is added while the pipeline builds itself.</summary>
    public unsafe void WhenElementAdded(
        delegate* unmanaged[Cdecl]<nint, nint, nint, nint, void> callback, nint data = 0, delegate* unmanaged[Cdecl]<nint, nint, void> destroy = null) =>
        Native.g_signal_connect_data(_pipeline, "deep-element-added", callback, data, destroy, flags: 0);

    /// <summary>Hears what the elements have said; throws if one has reported an error.</summary>
    public void ThrowOnError()
    {
        // Asked first, since a popped message costs an object even when there is none.
        while (Native.gst_bus_have_pending(_bus))
        {
            using var message = Native.gst_bus_timed_pop_filtered(_bus, timeout: 0, GstMessageType.Error | GstMessageType.Tag | GstMessageType.Element);
            if (message.IsInvalid)
            {
                return;
            }

            Hear(message);
        }
    }

    public void Dispose()
    {
        _ = Native.gst_element_set_state(_pipeline, GstState.Null);
        _bus.Dispose();
        _pipeline.Dispose();
    }

    private void Hear(GstMiniObject message)
    {
        // struct GstMessage { GstMiniObject (64 bytes); GstMessageType type; … }
        switch ((GstMessageType)Marshal.ReadInt32(message.DangerousGetHandle(), 64))
        {
            case GstMessageType.Tag:
                HearTag(message);
                break;
            case GstMessageType.Element:
                HearMissing(message);
                break;
            default:
                Native.gst_message_parse_error(message, out var error, out var debug);
                using (error)
                using (debug)
                {
                    throw Fault(error, debug.IsInvalid ? "" : debug.ToString());
                }
        }
    }

    // video-codec = "H.264 (Main Profile)"
    private void HearTag(GstMiniObject message)
    {
        Native.gst_message_parse_tag(message, out var tags);
        using (tags)
        {
            if (Native.gst_tag_list_get_string(tags, "video-codec", out var codec))
            {
                using (codec)
                {
                    Codec = codec.ToString();
                }
            }
        }
    }

    private void HearMissing(GstMiniObject message)
    {
        if (Native.gst_is_missing_plugin_message(message))
        {
            using var what = Native.gst_missing_plugin_message_get_description(message);
            _missing = what.ToString();
        }
    }

    private CaptureException Fault(GError error, string debug)
    {
        var fault = GStreamerFaults.Map(error.Domain, error.Code, $"{error.Message} {debug}");
        var words = fault == CameraFault.DecoderMissing && _missing is not null
            ? $"GStreamer has no {_missing}."
            : GStreamerFaults.Words(error.Message, debug);
        return new CaptureException(fault, _redact(words).TrimEnd());
    }
}
