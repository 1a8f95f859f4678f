namespace EdgeCctv.Core.Capture;

/// <summary>Which native library the configuration asks for.</summary>
public enum LibraryWish
{
    /// <summary>The better one that is there.</summary>
    Auto,

    GStreamer,

    OpenCv,
}
