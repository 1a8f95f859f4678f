using OpenCvSharp;

namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>Decodes single pictures.</summary>
internal static class OpenCvPictures
{
    /// <summary>Of a JPEG that must be whole: OpenCV fills the rest of half a picture with grey, and says nothing.</summary>
    /// <returns>Null when it cannot be decoded.</returns>
    public static Mat? DecodeJpeg(byte[] jpeg, ImreadModes mode) => JpegStructure.Check(jpeg, out _) is null ? Decode(jpeg, mode) : null;

    /// <returns>Null when it cannot be decoded.</returns>
    public static Mat? Decode(byte[] bytes, ImreadModes mode)
    {
        if (bytes.Length == 0)
        {
            return null;
        }

        Mat? picture = null;
        try
        {
            // As it is stored: what a camera's JPEG says of its orientation does not turn the picture in a browser's canvas either.
            picture = Cv2.ImDecode(bytes, mode | ImreadModes.IgnoreOrientation);
            if (!picture.Empty())
            {
                return picture;
            }
        }
        catch (OpenCVException)
        {
            // Larger than OpenCV allows, or nothing that it knows.
        }

        picture?.Dispose();
        return null;
    }
}
