using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>
/// Tells every decoder, as GStreamer chooses it, to leave out what it knows to be damaged instead of painting it grey, and not to
/// give up: the next key frame mends the picture, and until then its age tells that it stands still.
/// </summary>
internal static unsafe class DecoderManners
{
    // Properties of GStreamer's own base class and of libav's decoders; what an element does not know is left out.
    private static readonly (string Property, string Value)[] Manners =
        [("max-errors", "-1"), ("discard-corrupted-frames", "true"), ("output-corrupt", "false")];

    public static void Teach(GStreamerPipeline pipeline) => pipeline.WhenElementAdded(&OnElementAdded);

    // void (*deep_element_added) (GstBin *bin, GstBin *sub_bin, GstElement *element, gpointer data)
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnElementAdded(nint bin, nint subBin, nint element, nint data)
    {
        // struct GTypeInstance { GTypeClass *g_class; }
        var type = Marshal.ReadIntPtr(element);
        if (Native.g_object_class_find_property(type, "discard-corrupted-frames") == 0)
        {
            return;
        }

        foreach (var (property, value) in Manners)
        {
            if (Native.g_object_class_find_property(type, property) != 0)
            {
                Native.gst_util_set_borrowed_object_arg(element, property, value);
            }
        }
    }
}
