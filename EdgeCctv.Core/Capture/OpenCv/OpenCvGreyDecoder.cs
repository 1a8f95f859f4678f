using EdgeCctv.Core.Frames;
using OpenCvSharp;

namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>Makes grey pictures of JPEGs, of the settings' size and of the JPEG's shape.</summary>
internal sealed class OpenCvGreyDecoder(CaptureSettings settings) : IGreyDecoder
{
    private readonly OpenCvScaler _scaler = new();

    public GreyPicture? Decode(byte[] jpeg)
    {
        using var picture = OpenCvPictures.DecodeJpeg(jpeg, ImreadModes.Grayscale);
        if (picture is null)
        {
            return null;
        }

        _scaler.Size = settings.GreySize(picture.Width, picture.Height);
        return _scaler.Grey(picture);
    }

    public void Dispose() => _scaler.Dispose();
}
