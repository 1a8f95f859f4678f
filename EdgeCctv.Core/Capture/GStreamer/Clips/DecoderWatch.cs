using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EdgeCctv.Core.Capture.Clips;

namespace EdgeCctv.Core.Capture.GStreamer.Clips;

/// <summary>Finds the video decoder that a pipeline chooses, and notes the packets that go into it.</summary>
internal sealed unsafe class DecoderWatch
{
    private readonly PacketOrder _packets;
    private bool _hasDecoder;

    private DecoderWatch(PacketOrder packets) => _packets = packets;

    public static void Add(GStreamerPipeline pipeline, PacketOrder packets)
    {
        var data = GCHandle.ToIntPtr(GCHandle.Alloc(new DecoderWatch(packets)));
        pipeline.WhenElementAdded(&OnElementAdded, data, &Free);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnElementAdded(nint bin, nint subBin, nint element, nint data)
    {
        // struct GTypeInstance { GTypeClass *g_class; }. Every decoder of video has this property, and of further streams none counts.
        var watch = (DecoderWatch)GCHandle.FromIntPtr(data).Target!;
        if (!watch._hasDecoder && Native.g_object_class_find_property(Marshal.ReadIntPtr(element), "discard-corrupted-frames") != 0)
        {
            watch._hasDecoder = true;
            using var pad = Native.gst_element_get_borrowed_static_pad(element, "sink");
            PadWatch.Add(pad, presentation =>
            {
                if (presentation != Native.NoTime)
                {
                    watch._packets.Add(presentation);
                }

                return true;
            });
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(nint data, nint closure) => GCHandle.FromIntPtr(data).Free();
}
