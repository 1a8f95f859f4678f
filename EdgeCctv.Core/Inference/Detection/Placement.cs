namespace EdgeCctv.Core.Inference.Detection;

/// <summary>Where the picture lies in a model's input, in pixels of the input.</summary>
/// <param name="Left">From the left edge.</param>
/// <param name="Top">From the top edge.</param>
/// <param name="Width">Of the picture there.</param>
/// <param name="Height">Of the picture there.</param>
internal readonly record struct Placement(int Left, int Top, int Width, int Height)
{
    public static Placement Of(PictureFit fit, int inputWidth, int inputHeight, int sourceWidth, int sourceHeight)
    {
        if (fit == PictureFit.Stretch)
        {
            return new Placement(0, 0, inputWidth, inputHeight);
        }

        var ratio = Math.Min((double)inputWidth / sourceWidth, (double)inputHeight / sourceHeight);
        var width = Math.Clamp((int)Math.Round(sourceWidth * ratio), 1, inputWidth);
        var height = Math.Clamp((int)Math.Round(sourceHeight * ratio), 1, inputHeight);
        return fit == PictureFit.TopLeft
            ? new Placement(0, 0, width, height)
            : new Placement((inputWidth - width) / 2, (inputHeight - height) / 2, width, height);
    }

    /// <summary>A box in pixels of the input as one in pixels of the source, cut at its edges; null when nothing is left of it.</summary>
    public PixelRect? ToSource(in Candidate box, int sourceWidth, int sourceHeight)
    {
        var (across, down) = ((float)sourceWidth / Width, (float)sourceHeight / Height);
        var left = Math.Clamp((box.Left - Left) * across, 0, sourceWidth);
        var right = Math.Clamp((box.Right - Left) * across, 0, sourceWidth);
        var top = Math.Clamp((box.Top - Top) * down, 0, sourceHeight);
        var bottom = Math.Clamp((box.Bottom - Top) * down, 0, sourceHeight);
        return right > left && bottom > top ? new PixelRect(left, top, right - left, bottom - top) : null;
    }
}
