using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture.Mjpeg;

/// <summary>Decodes analysis pictures, no more often than the settings ask. Used by one thread.</summary>
internal sealed class GreyPictures(IGreyDecoderFactory decoders, CaptureSettings settings, TimeProvider clock) : IDisposable
{
    // Pictures never come exactly in step with the rate: one that is this early still counts, or every second one would be missed.
    private const double Tolerance = 0.9;

    private readonly TimeSpan _interval = TimeSpan.FromSeconds(Tolerance / settings.GreyRate);
    private IGreyDecoder? _decoder;
    private long? _last;

    /// <summary>True when this build has no library that decodes JPEG: the pictures themselves need none.</summary>
    public bool IsMissing { get; private set; }

    /// <returns>Null when it is too early for one, the JPEG cannot be decoded, or the library is missing.</returns>
    public GreyPicture? Of(byte[] jpeg)
    {
        if (IsMissing || (_last is { } last && clock.GetElapsedTime(last) < _interval))
        {
            return null;
        }

        _last = clock.GetTimestamp();
        try
        {
            _decoder ??= decoders.CreateGreyDecoder(settings);
            return _decoder.Decode(jpeg);
        }
        catch (CaptureException)
        {
            IsMissing = true;
            return null;
        }
    }

    public void Dispose() => _decoder?.Dispose();
}
