using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture;

/// <summary>Scales the luma of a raw picture down to the analysis picture by averaging, for sources that render pictures themselves.</summary>
internal static class GreyScaler
{
    public static GreyPicture Scale(I420Picture picture, CaptureSettings settings)
    {
        var width = Math.Min(settings.GreyWidth, picture.Width);
        var height = Math.Min(settings.GreyHeight(picture.Width, picture.Height), picture.Height);
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            ScaleRow(picture, y, height, pixels.AsSpan(y * width, width));
        }

        return new GreyPicture(width, height, pixels);
    }

    private static void ScaleRow(I420Picture picture, int row, int rows, Span<byte> target)
    {
        var (top, bottom) = (row * picture.Height / rows, (row + 1) * picture.Height / rows);
        for (var x = 0; x < target.Length; x++)
        {
            var (left, right) = (x * picture.Width / target.Length, (x + 1) * picture.Width / target.Length);
            target[x] = Mean(picture, top, bottom, left, right);
        }
    }

    private static byte Mean(I420Picture picture, int top, int bottom, int left, int right)
    {
        var sum = 0;
        for (var y = top; y < bottom; y++)
        {
            foreach (var luma in picture.Y.Slice((y * picture.Width) + left, right - left))
            {
                sum += luma;
            }
        }

        return (byte)(sum / ((bottom - top) * (right - left)));
    }
}
