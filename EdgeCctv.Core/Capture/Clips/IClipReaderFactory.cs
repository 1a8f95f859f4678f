using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture.Clips;

/// <summary>Opens clips: video files, folders of pictures, and rows of numbered pictures. Thread-safe.</summary>
public interface IClipReaderFactory
{
    /// <summary>Opens a clip for its luma, averaged to a smaller size and stretched to the full range.</summary>
    /// <param name="clip">What to read.</param>
    /// <param name="size">Gives the size wanted for the clip's own; asked once. No side larger than the clip's.</param>
    /// <param name="cancellation">Of opening; each <see cref="IClipReader{TPicture}.Next"/> has its own.</param>
    /// <exception cref="CaptureException">It is no clip, or holds no frame that can be decoded.</exception>
    IClipReader<GreyPicture> OpenGrey(ClipPath clip, Func<int, int, (int Width, int Height)> size, CancellationToken cancellation);

    /// <summary>The same in colour, for any size.</summary>
    IClipReader<ColourPicture> OpenColour(ClipPath clip, Func<int, int, (int Width, int Height)> size, CancellationToken cancellation);
}
