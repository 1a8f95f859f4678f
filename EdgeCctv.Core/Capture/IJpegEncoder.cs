namespace EdgeCctv.Core.Capture;

/// <summary>Encodes raw pictures of one size. Used by one thread; disposing frees the native side.</summary>
public interface IJpegEncoder : IDisposable
{
    /// <summary>Encodes at this quality from the next picture on.</summary>
    /// <param name="quality">1 to 100.</param>
    void SetQuality(int quality);

    /// <returns>The complete JPEG, an array of exactly its size.</returns>
    /// <exception cref="CaptureException">The native encoder failed.</exception>
    byte[] Encode(I420Picture picture);
}

/// <summary>Makes encoders; the seam by which a source that renders pictures itself uses the backend's JPEG library.</summary>
public interface IJpegEncoderFactory
{
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="quality">1 to 100.</param>
    /// <exception cref="CaptureException">The native library is missing.</exception>
    IJpegEncoder Create(int width, int height, int quality);
}
