using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture;

/// <summary>Makes the analysis picture of a JPEG that is passed through. Used by one thread; disposing frees the native side.</summary>
public interface IGreyDecoder : IDisposable
{
    /// <param name="jpeg">A complete JPEG of any size.</param>
    /// <returns>The analysis picture, or null when the JPEG cannot be decoded.</returns>
    GreyPicture? Decode(byte[] jpeg);
}

/// <summary>Makes decoders; the seam by which a source that passes JPEG through uses the backend's library.</summary>
public interface IGreyDecoderFactory
{
    /// <exception cref="CaptureException">The native library is missing.</exception>
    IGreyDecoder CreateGreyDecoder(CaptureSettings settings);
}
