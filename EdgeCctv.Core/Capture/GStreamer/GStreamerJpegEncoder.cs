using System.Globalization;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>Encodes one raw picture after the other with GStreamer's <c>jpegenc</c> (libjpeg-turbo), without copying it first.</summary>
internal sealed class GStreamerJpegEncoder : IJpegEncoder
{
    private const string Encoder = "encoder";
    private static readonly TimeSpan LongestEncode = TimeSpan.FromSeconds(2);

    private readonly GStreamerPipeline _pipeline;
    private readonly GstObject _input;
    private readonly GstObject _output;
    private readonly (int Width, int Height) _size;

    // GStreamer may hold its buffer a little longer than the encoding takes: the memory must outlive that.
    private I420Picture? _inUse;

    public GStreamerJpegEncoder(int width, int height, int quality)
    {
        _size = (width, height);
        var description = string.Create(
            CultureInfo.InvariantCulture,
            $"appsrc name=input caps=video/x-raw,format=I420,width={width},height={height},framerate=0/1 ! jpegenc quality={quality} name={Encoder} ! appsink name=output sync=false max-buffers=1");
        _pipeline = new GStreamerPipeline(description, text => text);
        _input = _pipeline.Element("input");
        _output = _pipeline.Element("output");
        _pipeline.Play();
    }

    public void SetQuality(int quality) => _pipeline.SetQuality(Encoder, quality);

    public byte[] Encode(I420Picture picture)
    {
        if ((picture.Width, picture.Height) != _size)
        {
            throw new ArgumentException($"The picture is {picture.Width}×{picture.Height}, the encoder was made for {_size.Width}×{_size.Height}.", nameof(picture));
        }

        if (GStreamerInput.Push(_input, picture.Data, picture.Data.Length))
        {
            _inUse = picture;
            var sample = GStreamerSample.Pull(_output, LongestEncode);
            if (sample != 0)
            {
                try
                {
                    return GStreamerSample.Bytes(sample);
                }
                finally
                {
                    Native.gst_mini_object_unref(sample);
                }
            }
        }

        _pipeline.ThrowOnError();
        throw new CaptureException(CameraFault.Failed, "The JPEG encoder gave no picture.");
    }

    public void Dispose()
    {
        _pipeline.Dispose();
        _input.Dispose();
        _output.Dispose();
        GC.KeepAlive(_inUse);
    }
}
