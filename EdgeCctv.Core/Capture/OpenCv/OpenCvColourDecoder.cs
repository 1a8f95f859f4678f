using EdgeCctv.Core.Frames;
using OpenCvSharp;

namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>Makes colour pictures of JPEGs, of whatever size is asked for.</summary>
internal sealed class OpenCvColourDecoder : IColourDecoder
{
    private readonly OpenCvScaler _scaler = new();
    private ColourPicture _picture = new(0, 0, []);

    public ColourPicture? Decode(byte[] jpeg, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        using var picture = OpenCvPictures.DecodeJpeg(jpeg, ImreadModes.Color);
        if (picture is null)
        {
            return null;
        }

        if ((_picture.Width, _picture.Height) != (width, height))
        {
            _picture = new ColourPicture(width, height, GC.AllocateUninitializedArray<byte>(3 * width * height));
        }

        _scaler.Size = (width, height);
        _scaler.Colour(picture, _picture);
        return _picture;
    }

    public void Dispose() => _scaler.Dispose();
}
