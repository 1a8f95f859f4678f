using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>An owned reference to an element, pad or bus.</summary>
internal sealed class GstObject() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Native.gst_object_unref(handle);
        return true;
    }
}

/// <summary>An owned reference to a sample or message.</summary>
internal sealed class GstMiniObject() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Native.gst_mini_object_unref(handle);
        return true;
    }
}

/// <summary>An owned GLib error; invalid when there was none.</summary>
internal sealed class GError() : SafeHandle(0, ownsHandle: true)
{
    // struct GError { guint32 domain; gint code; gchar *message; }
    public string Domain => IsInvalid ? "" : Marshal.PtrToStringUTF8(Native.g_quark_to_string((uint)Marshal.ReadInt32(handle))) ?? "";

    public int Code => IsInvalid ? 0 : Marshal.ReadInt32(handle, 4);

    public string Message => IsInvalid ? "no reason given" : Marshal.PtrToStringUTF8(Marshal.ReadIntPtr(handle, 8)) ?? "";

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Native.g_error_free(handle);
        return true;
    }
}

/// <summary>An owned GLib string; invalid when there was none.</summary>
internal sealed class GString() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    public override string ToString() => Marshal.PtrToStringUTF8(handle) ?? "";

    protected override bool ReleaseHandle()
    {
        Native.g_free(handle);
        return true;
    }
}
