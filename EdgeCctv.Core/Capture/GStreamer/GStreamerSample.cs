using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>Reads what a pulled sample holds. Native memory never leaves these methods.</summary>
internal static class GStreamerSample
{
    // struct GstBuffer { GstMiniObject (64 bytes); GstBufferPool *pool; GstClockTime pts; … }, ABI of 64-bit GStreamer 1.x
    private const int TimestampOffset = 72;

    /// <summary>Waits for the sink's next sample: to be unreferenced by the caller; 0 when none came in time.</summary>
    public static nint Pull(GstObject sink, TimeSpan wait) =>
        Native.gst_app_sink_try_pull_sample(sink, wait > TimeSpan.Zero ? (ulong)wait.Ticks * 100 : 0);

    /// <summary>The sample's bytes in a new array of exactly their size.</summary>
    public static byte[] Bytes(nint sample)
    {
        var buffer = Native.gst_sample_get_buffer(sample);
        var size = Native.gst_buffer_get_size(buffer);
        var bytes = GC.AllocateUninitializedArray<byte>((int)size);
        Native.gst_buffer_extract(buffer, 0, bytes, size);
        return bytes;
    }

    /// <summary>Bytes from one row to the next of 8-bit pictures as GStreamer lays them out.</summary>
    /// <param name="rowBytes">That a row needs.</param>
    public static int Stride(int rowBytes) => (rowBytes + 3) & ~3;

    /// <summary>Copies a picture's rows without the bytes by which GStreamer fills each one up to a multiple of four.</summary>
    public static void CopyRows(nint sample, Span<byte> target, int rowBytes)
    {
        var buffer = Native.gst_sample_get_buffer(sample);
        var stride = Stride(rowBytes);
        if (stride == rowBytes)
        {
            Native.gst_buffer_extract(buffer, 0, target, (nuint)target.Length);
            return;
        }

        for (var row = 0; row < target.Length / rowBytes; row++)
        {
            Native.gst_buffer_extract(buffer, (nuint)(row * stride), target.Slice(row * rowBytes, rowBytes), (nuint)rowBytes);
        }
    }

    /// <summary>Presentation time in nanoseconds, or <see cref="Native.NoTime"/>.</summary>
    public static ulong Timestamp(nint sample) => BufferTimestamp(Native.gst_sample_get_buffer(sample));

    /// <summary>The same of a buffer.</summary>
    public static ulong BufferTimestamp(nint buffer) => (ulong)Marshal.ReadInt64(buffer, TimestampOffset);

    /// <summary>Presentation time on the pipeline's running-time scale, or <see cref="Native.NoTime"/>.</summary>
    public static ulong RunningTime(nint sample) =>
        Native.gst_segment_to_running_time(Native.gst_sample_get_segment(sample), GstFormat.Time, Timestamp(sample));

    public static (int Width, int Height, TimeSpan? Interval) Format(nint sample)
    {
        var structure = Native.gst_caps_get_structure(Native.gst_sample_get_caps(sample), 0);
        Native.gst_structure_get_int(structure, "width", out var width);
        Native.gst_structure_get_int(structure, "height", out var height);
        var hasRate = Native.gst_structure_get_fraction(structure, "framerate", out var rate, out var seconds) && rate > 0;
        return (width, height, hasRate ? TimeSpan.FromSeconds((double)seconds / rate) : null);
    }
}
