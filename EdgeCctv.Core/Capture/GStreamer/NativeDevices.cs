using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>The functions that list the cameras at this machine.</summary>
internal static partial class Native
{
    [LibraryImport(GStreamerLibrary.Core)]
    public static partial GstObject gst_device_monitor_new();

    [LibraryImport(GStreamerLibrary.Core, StringMarshalling = StringMarshalling.Utf8)]
    public static partial uint gst_device_monitor_add_filter(GstObject monitor, string classes, nint caps);

    // A list of owned devices.
    [LibraryImport(GStreamerLibrary.Core)]
    public static partial nint gst_device_monitor_get_devices(GstObject monitor);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial GString gst_device_get_display_name(nint device);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial GstMiniObject gst_device_get_caps(nint device);

    // An owned structure.
    [LibraryImport(GStreamerLibrary.Core)]
    public static partial nint gst_device_get_properties(nint device);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial void gst_structure_free(nint structure);

    [LibraryImport(GStreamerLibrary.Core)]
    public static partial GString gst_caps_to_string(GstMiniObject caps);

    [LibraryImport(GStreamerLibrary.Core, StringMarshalling = StringMarshalling.Utf8)]
    public static partial GstObject gst_element_factory_find(string name);

    [LibraryImport(GStreamerLibrary.GLib)]
    public static partial void g_list_free(nint list);
}
