namespace EdgeCctv.Core.Capture.GStreamer.Usb;

/// <summary>One way in which a camera at this machine can send.</summary>
/// <param name="IsJpeg">Whether it sends JPEGs of its own making.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Rate">Pictures a second, as a fraction.</param>
internal readonly record struct UsbMode(bool IsJpeg, int Width, int Height, (int Pictures, int Seconds) Rate)
{
    public double PerSecond => (double)Rate.Pictures / Rate.Seconds;
}
