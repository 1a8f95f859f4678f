using System.Globalization;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture.GStreamer;

/// <summary>Makes colour pictures of JPEGs, of whatever size is asked for; another size costs a new pipeline.</summary>
internal sealed class GStreamerColourDecoder : IColourDecoder
{
    private readonly Func<nint, ColourPicture> _take;
    private GStreamerJpegReader? _reader;
    private ColourPicture _picture = new(0, 0, []);

    public GStreamerColourDecoder()
    {
        try
        {
            GStreamerLibrary.Require();
        }
        catch (CaptureException exception)
        {
            throw new InvalidOperationException(exception.Message, exception);
        }

        _take = Take;
    }

    public ColourPicture? Decode(byte[] jpeg, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if ((_picture.Width, _picture.Height) != (width, height) || _reader is null)
        {
            _reader?.Dispose();

            // bilinear2 takes every pixel into account when it shrinks; borders would keep the proportions where others are asked for.
            _reader = new GStreamerJpegReader(string.Create(
                CultureInfo.InvariantCulture, $"videoscale method=bilinear2 add-borders=false ! videoconvert ! video/x-raw,format=RGB,width={width},height={height}"));
            _picture = new ColourPicture(width, height, GC.AllocateUninitializedArray<byte>(3 * width * height));
        }

        return _reader.Read(jpeg, _take);
    }

    public void Dispose() => _reader?.Dispose();

    private ColourPicture Take(nint sample)
    {
        GStreamerSample.CopyRows(sample, _picture.Pixels, 3 * _picture.Width);
        return _picture;
    }
}
