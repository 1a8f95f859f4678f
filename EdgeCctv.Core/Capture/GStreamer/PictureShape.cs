using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>
/// Tells a scaler which size to make as soon as the size of what comes is known, and again whenever it changes. A range of sizes in
/// the pipeline's text would not do: GStreamer then neither knows the longer side nor keeps the sides even.
/// </summary>
internal sealed unsafe class PictureShape
{
    private const int CapsEvent = 12814; // GST_EVENT_CAPS
    private const int EventTypeOffset = 64; // struct GstEvent { GstMiniObject (64 bytes); GstEventType type; … }

    private readonly GstObject _filter;
    private readonly string _format;
    private readonly Func<int, int, (int Width, int Height)> _size;
    private long _seen;

    private PictureShape(GstObject filter, string format, Func<int, int, (int Width, int Height)> size) => (_filter, _format, _size) = (filter, format, size);

    /// <summary>Width and height of what comes, in pixels; zero until it is known.</summary>
    public (int Width, int Height) Source => ((int)(Volatile.Read(ref _seen) >> 32), (int)Volatile.Read(ref _seen));

    /// <param name="pipeline">Not playing yet.</param>
    /// <param name="scaler">Name of the scaling element.</param>
    /// <param name="filter">Name of the <c>capsfilter</c> after it.</param>
    /// <param name="format">What the filter asks for beside the size.</param>
    /// <param name="size">Gives the size wanted for the size that comes. Called on GStreamer's threads; must not throw.</param>
    public static PictureShape Keep(GStreamerPipeline pipeline, string scaler, string filter, string format, Func<int, int, (int Width, int Height)> size)
    {
        var shape = new PictureShape(pipeline.Element(filter), format, size);
        using var element = pipeline.Element(scaler);
        using var pad = Native.gst_element_get_static_pad(element, "sink");

        // The pad owns what keeps the callback alive, and with it the filter: no call can come too late.
        var data = GCHandle.ToIntPtr(GCHandle.Alloc(shape));
        Native.gst_pad_add_probe(pad, Native.ProbeEventDownstream, &OnEvent, data, &Free);
        return shape;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnEvent(nint pad, nint info, nint data)
    {
        var happening = Native.gst_pad_probe_info_get_event(info);
        if (Marshal.ReadInt32(happening, EventTypeOffset) == CapsEvent)
        {
            Native.gst_event_parse_caps(happening, out var caps);
            ((PictureShape)GCHandle.FromIntPtr(data).Target!).Set(caps);
        }

        return Native.ProbeOk;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(nint data)
    {
        var handle = GCHandle.FromIntPtr(data);
        ((PictureShape)handle.Target!)._filter.Dispose();
        handle.Free();
    }

    private void Set(nint caps)
    {
        var structure = Native.gst_caps_get_structure(caps, 0);
        if (Native.gst_structure_get_int(structure, "width", out var width) && Native.gst_structure_get_int(structure, "height", out var height))
        {
            Volatile.Write(ref _seen, ((long)width << 32) | (uint)height);
            var (toWidth, toHeight) = _size(width, height);
            Native.gst_util_set_object_arg(
                _filter, "caps", string.Create(CultureInfo.InvariantCulture, $"video/x-raw,{_format},width={toWidth},height={toHeight}"));
        }
    }
}
