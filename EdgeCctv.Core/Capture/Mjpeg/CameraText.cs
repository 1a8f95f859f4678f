namespace EdgeCctv.Core.Capture.Mjpeg;

/// <summary>Text that a camera sent, made fit for a screen and a log.</summary>
internal static class CameraText
{
    private const int Longest = 80;

    public static string Clean(string text, CameraSource source)
    {
        var safe = source.RedactFrom(new string([.. text.Where(character => !char.IsControl(character))])).Trim();
        return safe.Length <= Longest ? safe : safe[..(Longest - 1)] + "…";
    }
}
