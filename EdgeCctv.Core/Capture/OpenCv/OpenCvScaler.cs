using EdgeCctv.Core.Frames;
using OpenCvSharp;

namespace EdgeCctv.Core.Capture.OpenCv;

/// <summary>Makes small pictures by averaging over areas; only their pixels are copied into managed memory. One thread.</summary>
internal sealed class OpenCvScaler : IDisposable
{
    private readonly Mat _small = new();
    private readonly Mat _grey = new();

    /// <summary>Of the pictures made, in pixels.</summary>
    public (int Width, int Height) Size { get; set; }

    /// <param name="picture">Grey, or blue, green and red; always of the full range, since OpenCV decodes to it.</param>
    public GreyPicture Grey(Mat picture)
    {
        var small = Shrink(picture);
        if (small.Channels() == 3)
        {
            // After shrinking: a fraction of the pixels.
            Cv2.CvtColor(small, _grey, ColorConversionCodes.BGR2GRAY);
            small = _grey;
        }

        var pixels = GC.AllocateUninitializedArray<byte>(Size.Width * Size.Height);
        System.Runtime.InteropServices.Marshal.Copy(small.Data, pixels, 0, pixels.Length);
        return new GreyPicture(Size.Width, Size.Height, pixels);
    }

    /// <summary>Red, green and blue, in new memory.</summary>
    /// <param name="picture">Blue, green and red.</param>
    public ColourPicture Colour(Mat picture)
    {
        var colours = new ColourPicture(Size.Width, Size.Height, GC.AllocateUninitializedArray<byte>(3 * Size.Width * Size.Height));
        Colour(picture, colours);
        return colours;
    }

    /// <summary>The same, into a picture of <see cref="Size"/>.</summary>
    public unsafe void Colour(Mat picture, ColourPicture into)
    {
        var small = Shrink(picture);
        fixed (byte* pixels = into.Pixels)
        {
            using var target = Mat.FromPixelData(Size.Height, Size.Width, MatType.CV_8UC3, (nint)pixels);
            Cv2.CvtColor(small, target, ColorConversionCodes.BGR2RGB);
        }
    }

    public void Dispose()
    {
        _small.Dispose();
        _grey.Dispose();
    }

    private Mat Shrink(Mat picture)
    {
        Cv2.Resize(picture, _small, new Size(Size.Width, Size.Height), interpolation: InterpolationFlags.Area);
        return _small;
    }
}
