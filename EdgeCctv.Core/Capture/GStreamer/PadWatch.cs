using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>
/// Looks at every buffer that passes a pad, and may drop it. The pad owns what keeps the callback alive: it is let go when the pad
/// itself is freed, so no call can come too late.
/// </summary>
internal static unsafe class PadWatch
{
    /// <param name="element">The pad's element.</param>
    /// <param name="pad">Name of an always pad.</param>
    /// <param name="lets">Gets the presentation time in nanoseconds; false drops the buffer. Called on GStreamer's threads; must not throw.</param>
    public static void Add(GstObject element, string pad, Func<ulong, bool> lets)
    {
        using var target = Native.gst_element_get_static_pad(element, pad);
        Add(target, lets);
    }

    public static void Add(GstObject target, Func<ulong, bool> lets)
    {
        var data = GCHandle.ToIntPtr(GCHandle.Alloc(lets));
        Native.gst_pad_add_probe(target, Native.ProbeBuffer | Native.ProbeBufferList, &OnBuffer, data, &Free);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnBuffer(nint pad, nint info, nint data)
    {
        // struct GstPadProbeInfo { GstPadProbeType type; … }
        var isList = (Marshal.ReadInt32(info) & Native.ProbeBufferList) != 0;
        var buffer = isList
            ? Native.gst_buffer_list_get(Native.gst_pad_probe_info_get_buffer_list(info), 0)
            : Native.gst_pad_probe_info_get_buffer(info);
        var lets = (Func<ulong, bool>)GCHandle.FromIntPtr(data).Target!;
        return buffer == 0 || lets(GStreamerSample.BufferTimestamp(buffer)) ? Native.ProbeOk : Native.ProbeDrop;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(nint data) => GCHandle.FromIntPtr(data).Free();
}
