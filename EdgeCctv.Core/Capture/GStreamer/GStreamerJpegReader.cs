namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>
/// Decodes one JPEG after the other with GStreamer's <c>jpegdec</c> and scales it there; only the small picture becomes managed memory.
/// A JPEG that breaks the pipeline costs that picture, and the next one gets a new pipeline. Used by one thread.
/// </summary>
/// <param name="scaling">Elements that make of raw pictures what is to come out.</param>
/// <param name="prepare">Makes each new pipeline ready to play.</param>
internal sealed class GStreamerJpegReader(string scaling, Action<GStreamerPipeline>? prepare = null) : IDisposable
{
    // A decoder that gives up says so on the bus and not at its output: look there this often.
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(10);

    // Some pictures it passes over without a word; those cost the caller this wait, so it is as short as a busy machine allows.
    private const int LeastSlices = 25;
    private const int PixelsPerSlice = 200_000;

    private readonly string _description =
        $"appsrc name=input caps=image/jpeg,framerate=0/1 ! jpegdec max-errors=0 ! {scaling} ! appsink name=output sync=false max-buffers=1";

    private GStreamerPipeline? _pipeline;
    private GstObject? _input;
    private GstObject? _output;

    // GStreamer reads the JPEG from here, and may hold it until the next one comes: pinned, and never replaced while a pipeline lives.
    private byte[] _jpeg = [];

    /// <param name="jpeg">A complete JPEG of any size.</param>
    /// <param name="take">Reads the sample, and keeps nothing of it.</param>
    /// <returns>What was taken, or null when the JPEG cannot be decoded.</returns>
    public T? Read<T>(byte[] jpeg, Func<nint, T> take)
        where T : class
    {
        // jpegdec waits for the rest of a picture that lacks its end, and takes what follows an end for the next one.
        if (JpegStructure.Check(jpeg, out var scan) is not null)
        {
            return null;
        }

        if (jpeg.Length > _jpeg.Length)
        {
            Close();
            _jpeg = GC.AllocateUninitializedArray<byte>(2 * jpeg.Length, pinned: true);
        }

        if (_pipeline is null)
        {
            Open();
        }

        jpeg.CopyTo(_jpeg.AsSpan());
        var slices = LeastSlices + (scan.Width * scan.Height / PixelsPerSlice);
        var picture = GStreamerInput.Push(_input!, _jpeg, jpeg.Length) ? Pull(slices, take) : null;
        if (picture is null)
        {
            Close();
        }

        return picture;
    }

    public void Dispose() => Close();

    private static T Take<T>(nint sample, Func<nint, T> take)
    {
        try
        {
            return take(sample);
        }
        finally
        {
            Native.gst_mini_object_unref(sample);
        }
    }

    private void Open()
    {
        _pipeline = new GStreamerPipeline(_description, text => text);
        prepare?.Invoke(_pipeline);
        _input = _pipeline.Element("input");
        _output = _pipeline.Element("output");
        _pipeline.Play();
    }

    private void Close()
    {
        _pipeline?.Dispose();
        _input?.Dispose();
        _output?.Dispose();
        _pipeline = null;
    }

    private T? Pull<T>(int slices, Func<nint, T> take)
        where T : class
    {
        try
        {
            for (var slice = 0; slice < slices; slice++)
            {
                var sample = GStreamerSample.Pull(_output!, Slice);
                if (sample != 0)
                {
                    return Take(sample, take);
                }

                _pipeline!.ThrowOnError();
            }
        }
        catch (CaptureException)
        {
            // This picture cannot be decoded: told by the missing result.
        }

        return null;
    }
}
