namespace EdgeCctv.Core.Frames;

/// <summary>Makes the colour picture of a frame's JPEG, scaled by the capture backend. Used by one thread; disposing frees the native side.</summary>
public interface IColourDecoder : IDisposable
{
    /// <param name="jpeg">A complete JPEG of any size.</param>
    /// <param name="width">Of the picture asked for, in pixels.</param>
    /// <param name="height">Of the picture asked for, in pixels; the shape may differ from the JPEG's, the picture is stretched to it.</param>
    /// <returns>The picture, or null when the JPEG cannot be decoded. Its memory is the decoder's and holds it until the next call.</returns>
    ColourPicture? Decode(byte[] jpeg, int width, int height);
}

/// <summary>Makes decoders; the seam by which an analysis in colour uses the backend's library. Thread-safe.</summary>
public interface IColourDecoderFactory
{
    /// <exception cref="InvalidOperationException">The native library is missing.</exception>
    IColourDecoder CreateColourDecoder();
}
