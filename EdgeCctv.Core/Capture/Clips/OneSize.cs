namespace EdgeCctv.Core.Capture.Clips;

/// <summary>All frames of a clip have one size, or nothing that is measured in pixels means anything.</summary>
internal static class OneSize
{
    /// <exception cref="CaptureException">They differ.</exception>
    public static void Require((int Width, int Height) first, (int Width, int Height) now)
    {
        if (first != now)
        {
            throw new CaptureException(
                CameraFault.Damaged, $"Its frames change their size from {first.Width} × {first.Height} to {now.Width} × {now.Height}.");
        }
    }
}
