using OpenCvSharp;

namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>Encodes rendered pictures.</summary>
internal sealed class OpenCvJpegEncoder(int quality) : IJpegEncoder
{
    private readonly OpenCvJpeg _jpeg = new(quality);
    private readonly Mat _colours = new();

    public void SetQuality(int quality) => _jpeg.Quality = quality;

    public unsafe byte[] Encode(I420Picture picture)
    {
        fixed (byte* planes = picture.Data)
        {
            using var raw = Mat.FromPixelData(picture.Height * 3 / 2, picture.Width, MatType.CV_8UC1, (nint)planes);
            Cv2.CvtColor(raw, _colours, ColorConversionCodes.YUV2BGR_I420);
        }

        return _jpeg.Encode(_colours);
    }

    public void Dispose() => _colours.Dispose();
}
