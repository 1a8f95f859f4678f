using OpenCvSharp;

namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>Encodes JPEGs. One thread.</summary>
/// <param name="quality">1 to 100.</param>
internal sealed class OpenCvJpeg(int quality)
{
    private readonly int[] _parameters = [(int)ImwriteFlags.JpegQuality, quality];

    public int Quality
    {
        set => _parameters[1] = value;
    }

    /// <param name="picture">Blue, green, red, 8 bits each.</param>
    /// <returns>An array of exactly the JPEG's size.</returns>
    /// <exception cref="CaptureException">OpenCV cannot.</exception>
    public byte[] Encode(Mat picture) => Cv2.ImEncode(".jpg", picture, out var jpeg, _parameters)
        ? jpeg
        : throw new CaptureException(CameraFault.Failed, "OpenCV cannot encode the picture.");
}
