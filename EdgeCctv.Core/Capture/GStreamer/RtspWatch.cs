using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>
/// Keeps an <c>rtspsrc</c> on its way: no request goes to another host or port than the one opened, and only the video is asked for.
/// GStreamer follows a redirection by itself; it connects, but this object lets it say nothing there, no password above all.
/// </summary>
internal sealed unsafe class RtspWatch
{
    private readonly GstObject _element;
    private readonly Uri _opened;
    private volatile string? _refused;

    /// <param name="element">The <c>rtspsrc</c>; must outlive this object.</param>
    /// <param name="location">What it opens.</param>
    public RtspWatch(GstObject element, string location)
    {
        _element = element;
        _opened = new Uri(location);
        Connect("before-send", (delegate* unmanaged[Cdecl]<nint, nint, nint, int>)&OnBeforeSend);
        Connect("select-stream", (delegate* unmanaged[Cdecl]<nint, uint, nint, nint, int>)&OnSelectStream);
    }

    /// <exception cref="CaptureException">The camera sends us elsewhere.</exception>
    public void ThrowIfMoved()
    {
        if (_refused is { } other)
        {
            throw new CaptureException(CameraFault.Moved, $"The camera at {_opened.Authority} sends us to {other}, which is not followed.");
        }
    }

    /// <summary>The same, also when nothing was to be sent there yet: the other address may not even have answered.</summary>
    /// <exception cref="CaptureException">The camera sends us elsewhere.</exception>
    public void ThrowIfMovedInVain()
    {
        Allows(_element.DangerousGetHandle());
        ThrowIfMoved();
    }

    // GStreamer keeps what it follows as its own location: looked at instead of the request, whose address may be the name that a
    // camera behind a router has for itself, without ever being connected to.
    private bool Allows(nint element)
    {
        using var location = Native.gst_uri_handler_get_uri(element);
        var isOurs = !location.IsInvalid && Uri.TryCreate(location.ToString(), UriKind.Absolute, out var now)
            && Port(now) == Port(_opened) && string.Equals(now.Host, _opened.Host, StringComparison.OrdinalIgnoreCase);
        if (!isOurs)
        {
            _refused = location.IsInvalid ? "nowhere" : RtspAddress.Authority(location.ToString());
        }

        return isOurs;
    }

    private static int Port(Uri address) => address.Port > 0 ? address.Port : 554;

    private void Connect(string signal, void* callback) =>
        Native.g_signal_connect_data(_element, signal, callback, GCHandle.ToIntPtr(GCHandle.Alloc(this)), &Free, flags: 0);

    // gboolean (*before_send) (GstElement *element, GstRTSPMessage *message, gpointer data)
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnBeforeSend(nint element, nint message, nint data) =>
        ((RtspWatch)GCHandle.FromIntPtr(data).Target!).Allows(element) ? 1 : 0;

    // gboolean (*select_stream) (GstElement *element, guint number, GstCaps *caps, gpointer data). Sound is not wanted, and
    // with a second stream GStreamer would shift the presentation times by what the camera's clock says.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnSelectStream(nint element, uint number, nint caps, nint data)
    {
        var media = Native.gst_structure_get_string(Native.gst_caps_get_structure(caps, 0), "media");
        return Marshal.PtrToStringUTF8(media) == "video" ? 1 : 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(nint data, nint closure) => GCHandle.FromIntPtr(data).Free();
}
