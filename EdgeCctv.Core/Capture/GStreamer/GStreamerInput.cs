using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>Hands managed memory to an <c>appsrc</c> without copying it.</summary>
internal static class GStreamerInput
{
    private const int ReadOnlyMemory = 2; // GST_MEMORY_FLAG_READONLY
    private const int FlowOk = 0;

    /// <param name="source">The <c>appsrc</c>.</param>
    /// <param name="pinned">Pinned, and kept alive and unchanged by the caller for as long as GStreamer may hold it.</param>
    /// <param name="length">How many bytes of it, from the first.</param>
    /// <returns>Whether the pipeline takes it.</returns>
    public static bool Push(GstObject source, byte[] pinned, int length)
    {
        var memory = Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
        var buffer = Native.gst_buffer_new_wrapped_full(ReadOnlyMemory, memory, (nuint)length, 0, (nuint)length, 0, 0);
        return Native.gst_app_src_push_buffer(source, buffer) == FlowOk;
    }
}
