using System.Runtime.InteropServices;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>
/// The luma of raw pictures. It is taken as the decoder gives it: <c>videoconvert</c> to grey stretches its range or leaves it, depending on
/// what the stream says of its colours, and the same camera would look different live and from a file.
/// </summary>
internal static class GStreamerLuma
{
    /// <summary>Formats whose first plane is the luma.</summary>
    public const string Formats = "format=(string){GRAY8,I420,YV12,NV12,NV21,Y42B,Y444}";

    /// <summary>Copies the luma of a sample, and what follows it in the last row.</summary>
    /// <param name="sample">A raw picture in one of <see cref="Formats"/>.</param>
    /// <param name="plane">Made larger when it is too small.</param>
    public static LumaPlane Read(nint sample, ref byte[] plane)
    {
        var (width, height, _) = GStreamerSample.Format(sample);
        var stride = GStreamerSample.Stride(width);
        var size = stride * height;
        if (plane.Length < size)
        {
            plane = GC.AllocateUninitializedArray<byte>(size);
        }

        var copied = (int)Native.gst_buffer_extract(Native.gst_sample_get_buffer(sample), 0, plane, (nuint)size);
        return copied == size
            ? new LumaPlane(width, height, stride, IsFullRange(sample))
            : throw new CaptureException(CameraFault.Damaged, $"A picture of {width} × {height} has {copied} bytes of luma instead of {size}.");
    }

    /// <summary>The analysis picture that a sample of its size holds.</summary>
    public static GreyPicture Picture(nint sample)
    {
        var (width, height, _) = GStreamerSample.Format(sample);
        var pixels = GC.AllocateUninitializedArray<byte>(width * height);
        GStreamerSample.CopyRows(sample, pixels, width);
        if (!IsFullRange(sample))
        {
            LumaRange.Expand(pixels);
        }

        return new GreyPicture(width, height, pixels);
    }

    // colorimetry=2:3:5:1 begins with the range, 1 for 0…255; a name, as bt709, stands for a range of 16…235. Unsaid, only grey is full.
    private static bool IsFullRange(nint sample)
    {
        var structure = Native.gst_caps_get_structure(Native.gst_sample_get_caps(sample), 0);
        var colorimetry = Marshal.PtrToStringUTF8(Native.gst_structure_get_string(structure, "colorimetry"));
        return colorimetry?.StartsWith("1:", StringComparison.Ordinal)
            ?? Marshal.PtrToStringUTF8(Native.gst_structure_get_string(structure, "format")) == "GRAY8";
    }
}

/// <summary>Where the luma lies in its buffer.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Stride">Bytes from one row to the next.</param>
/// <param name="IsFullRange">0…255; else 16…235.</param>
internal readonly record struct LumaPlane(int Width, int Height, int Stride, bool IsFullRange);
