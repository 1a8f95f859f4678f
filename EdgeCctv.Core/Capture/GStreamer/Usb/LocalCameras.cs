using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Capture.GStreamer.Usb;

/// <summary>Asks GStreamer which cameras are plugged in. Looks afresh each time; takes some milliseconds for each camera.</summary>
internal static class LocalCameras
{
    /// <exception cref="CaptureException">GStreamer is not installed.</exception>
    public static IReadOnlyList<LocalCamera> List()
    {
        GStreamerLibrary.Require();
        using var monitor = Native.gst_device_monitor_new();
        _ = Native.gst_device_monitor_add_filter(monitor, "Video/Source", caps: 0);
        var cameras = new List<LocalCamera>();
        var list = Native.gst_device_monitor_get_devices(monitor);

        // struct GList { gpointer data; GList *next; … }
        for (var node = list; node != 0; node = Marshal.ReadIntPtr(node, nint.Size))
        {
            var device = Marshal.ReadIntPtr(node);
            cameras.Add(Read(device, cameras.Count));
            Native.gst_object_unref(device);
        }

        Native.g_list_free(list);
        return cameras;
    }

    private static LocalCamera Read(nint device, int number)
    {
        using var name = Native.gst_device_get_display_name(device);
        using var caps = Native.gst_device_get_caps(device);
        using var abilities = caps.IsInvalid ? null : Native.gst_caps_to_string(caps);
        return new LocalCamera(name.ToString(), Path(device) ?? $"{number}", abilities?.ToString() ?? "");
    }

    // v4l2 says device.path; PipeWire, where it provides the devices, api.v4l2.path.
    private static string? Path(nint device)
    {
        var properties = Native.gst_device_get_properties(device);
        if (properties == 0)
        {
            return null;
        }

        var path = Native.gst_structure_get_string(properties, "device.path");
        path = path != 0 ? path : Native.gst_structure_get_string(properties, "api.v4l2.path");
        var text = Marshal.PtrToStringUTF8(path);
        Native.gst_structure_free(properties);
        return text;
    }
}
