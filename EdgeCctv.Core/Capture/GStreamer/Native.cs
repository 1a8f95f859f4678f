using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>The few functions of GStreamer 1.x that a capture needs. Owned things are handles; a bare <c>nint</c> is borrowed.</summary>
internal static partial class Native
{
    public const ulong NoTime = ulong.MaxValue;

    [LibraryImport(GStreamerLibrary.Core)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool gst_init_check(nint argc, nint argv, out GError error);

    [LibraryImport(GStreamerLibrary.Core, StringMarshalling = StringMarshalling.Utf8)]
    public static partial GstObject gst_parse_launch(string description, out GError error);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial GstStateChange gst_element_set_state(GstObject element, GstState state);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial ulong gst_element_get_current_running_time(GstObject element);

    [LibraryImport(GStreamerLibrary.Core)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool gst_element_seek_simple(GstObject element, GstFormat format, GstSeek flags, long position);

    [LibraryImport(GStreamerLibrary.Core)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool gst_element_query_duration(GstObject element, GstFormat format, out long duration);

    [LibraryImport(GStreamerLibrary.Core, StringMarshalling = StringMarshalling.Utf8)]
    public static partial GstObject gst_bin_get_by_name(GstObject bin, string name);

    // Sets a property from its text; unlike g_object_set it takes no variable arguments, which P/Invoke cannot call everywhere.
    [LibraryImport(GStreamerLibrary.Core, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gst_util_set_object_arg(GstObject element, string property, string value);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial GstObject gst_element_get_bus(GstObject element);

    [LibraryImport(GStreamerLibrary.Core)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool gst_bus_have_pending(GstObject bus);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial GstMiniObject gst_bus_timed_pop_filtered(GstObject bus, ulong timeout, GstMessageType types);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial void gst_message_parse_error(GstMiniObject message, out GError error, out GString debug);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial void gst_message_parse_tag(GstMiniObject message, out GstMiniObject tags);

    [LibraryImport(GStreamerLibrary.Core, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool gst_tag_list_get_string(GstMiniObject tags, string tag, out GString value);

    [LibraryImport(GStreamerLibrary.Utilities)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool gst_is_missing_plugin_message(GstMiniObject message);

    [LibraryImport(GStreamerLibrary.Utilities)]
    public static partial GString gst_missing_plugin_message_get_description(GstMiniObject message);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial GString gst_version_string();

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial void gst_object_unref(nint element);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial void gst_mini_object_unref(nint miniObject);

    // The sample is owned by the caller: once per picture a handle would be garbage.
    [LibraryImport(GStreamerLibrary.App)]
    public static partial nint gst_app_sink_try_pull_sample(GstObject sink, ulong timeout);

    [LibraryImport(GStreamerLibrary.App)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool gst_app_sink_is_eos(GstObject sink);

    [LibraryImport(GStreamerLibrary.App)]
    public static partial int gst_app_src_push_buffer(GstObject source, nint buffer);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial nint gst_buffer_new_wrapped_full(int flags, nint data, nuint maxSize, nuint offset, nuint size, nint userData, nint notify);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial nuint gst_buffer_get_size(nint buffer);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial nuint gst_buffer_extract(nint buffer, nuint offset, Span<byte> destination, nuint size);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial nint gst_sample_get_buffer(nint sample);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial nint gst_sample_get_segment(nint sample);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial nint gst_sample_get_caps(nint sample);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial ulong gst_segment_to_running_time(nint segment, GstFormat format, ulong position);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial nint gst_caps_get_structure(nint caps, uint index);

    [LibraryImport(GStreamerLibrary.Core, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool gst_structure_get_int(nint structure, string field, out int value);

    [LibraryImport(GStreamerLibrary.Core, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool gst_structure_get_fraction(nint structure, string field, out int numerator, out int denominator);

    [LibraryImport(GStreamerLibrary.Core, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint gst_structure_get_string(nint structure, string field);

    [LibraryImport(GStreamerLibrary.GLib)]
    public static partial nint g_quark_to_string(uint quark);

    [LibraryImport(GStreamerLibrary.GLib)]
    public static partial void g_error_free(nint error);

    [LibraryImport(GStreamerLibrary.GLib)]
    public static partial void g_free(nint memory);
}
