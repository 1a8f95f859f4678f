using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>The functions by which GStreamer calls us back. Their last arguments are function pointers, so they are unsafe.</summary>
internal static unsafe partial class Native
{
    public const int ProbeBuffer = 1 << 4;
    public const int ProbeBufferList = 1 << 5;
    public const int ProbeEventDownstream = 1 << 6;
    public const int ProbeDrop = 0;
    public const int ProbeOk = 1;

    [LibraryImport(GStreamerLibrary.Core, StringMarshalling = StringMarshalling.Utf8)]
    public static partial GstObject gst_element_get_static_pad(GstObject element, string name);

    [LibraryImport(GStreamerLibrary.Core, EntryPoint = "gst_element_get_static_pad", StringMarshalling = StringMarshalling.Utf8)]
    public static partial GstObject gst_element_get_borrowed_static_pad(nint element, string name);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial CULong gst_pad_add_probe(
        GstObject pad, int mask, delegate* unmanaged[Cdecl]<nint, nint, nint, int> callback, nint data, delegate* unmanaged[Cdecl]<nint, void> destroy);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial nint gst_pad_probe_info_get_buffer(nint info);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial nint gst_pad_probe_info_get_buffer_list(nint info);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial nint gst_pad_probe_info_get_event(nint info);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial void gst_event_parse_caps(nint capsEvent, out nint caps);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial nint gst_buffer_list_get(nint list, uint index);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial GstMiniObject gst_pad_get_current_caps(GstObject pad);

    [LibraryImport(GStreamerLibrary.GObject, StringMarshalling = StringMarshalling.Utf8)]
    public static partial CULong g_signal_connect_data(
        GstObject instance, string signal, void* callback, nint data, delegate* unmanaged[Cdecl]<nint, nint, void> destroy, int flags);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial GString gst_uri_handler_get_uri(nint handler);

    [LibraryImport(GStreamerLibrary.GObject, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint g_object_class_find_property(nint type, string property);

    [LibraryImport(GStreamerLibrary.Core, EntryPoint = "gst_util_set_object_arg", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gst_util_set_borrowed_object_arg(nint element, string property, string value);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial uint gst_debug_remove_log_function(void* function);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial void gst_debug_add_log_function(
        delegate* unmanaged[Cdecl]<nint, int, nint, nint, int, nint, nint, nint, void> function, nint data, nint notify);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial nint gst_debug_message_get(nint message);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial nint gst_debug_level_get_name(int level);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial nint gst_debug_category_get_name(nint category);

    [LibraryImport(GStreamerLibrary.GLib)]
    public static partial nint g_log_set_default_handler(delegate* unmanaged[Cdecl]<nint, int, nint, nint, void> handler, nint data);
}
