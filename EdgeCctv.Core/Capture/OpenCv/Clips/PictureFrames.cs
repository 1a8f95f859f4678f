using OpenCvSharp;

namespace EdgeCctv.Core.Capture.OpenCv.Clips;

/// <summary>Single pictures, one file after the other.</summary>
internal sealed class PictureFrames(IReadOnlyList<string> files) : IClipFrames
{
    /// <summary>Stands for a frame that cannot be decoded.</summary>
    public static readonly Mat None = new();

    private Mat? _picture;
    private int _next;

    public double? FramesPerSecond => null;

    public int? Count => files.Count;

    public int Missed => 0;

    public string? BrokenOff => null;

    public string Place(int number) => files[number - 1];

    public Mat? Next()
    {
        _picture?.Dispose();
        _picture = null;
        return _next == files.Count ? null : (_picture = Read(files[_next++])) ?? None;
    }

    public void Dispose() => _picture?.Dispose();

    private static Mat? Read(string file)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);

            // A decoder fills the rest of half a picture with grey, and says nothing.
            var isJpeg = bytes is [0xFF, 0xD8, ..];
            var scan = default(JpegScan);
            return isJpeg && scan.Advance(bytes) != JpegVerdict.Whole ? null : OpenCvPictures.Decode(bytes, ImreadModes.Color);
        }
        catch (IOException)
        {
            // Gone or unreadable: counted as what cannot be decoded.
            return null;
        }
    }
}
