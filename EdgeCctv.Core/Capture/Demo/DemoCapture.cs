namespace EdgeCctv.Core.Capture.Demo;

/// <summary>Renders the scene at its own pace and encodes it, as a camera would.</summary>
internal sealed class DemoCapture : ICapture
{
    private readonly TimeProvider _clock;
    private readonly DemoScene _scene;
    private readonly IJpegEncoder _encoder;
    private readonly GreyScaler _grey;
    private readonly I420Picture _picture;
    private readonly TimeSpan _interval;
    private readonly long _began;
    private readonly LastArrival _arrival = new();
    private long _next;

    public DemoCapture(DemoOptions options, DemoScene scene, IJpegEncoder encoder, CaptureSettings settings, TimeProvider clock)
    {
        _clock = clock;
        _scene = scene;
        _encoder = encoder;
        _grey = new GreyScaler(settings);
        _picture = new I420Picture(options.Width, options.Height);
        _interval = TimeSpan.FromSeconds(1 / options.FramesPerSecond);
        _began = clock.GetTimestamp();
    }

    public StreamFacts Facts { get; } = new() { Backend = "built in", Codec = "rendered here", Device = "demo camera" };

    /// <summary>When the last picture began to be rendered.</summary>
    public long? LastReceived => _arrival.At;

    public void EncodeAt(int jpegQuality) => _encoder.SetQuality(jpegQuality);

    public CapturedPicture? Read(TimeSpan timeout, bool withGrey, CancellationToken cancellation)
    {
        if (!WaitForNext(timeout, cancellation))
        {
            return null;
        }

        var received = _clock.GetTimestamp();
        _arrival.Note(received);
        _scene.Render(_next * _interval, _clock.GetUtcNow(), _picture);
        _next++;
        var grey = withGrey ? _grey.Scale(_picture) : null;
        return new CapturedPicture(_encoder.Encode(_picture), _picture.Width, _picture.Height, received, _interval, grey);
    }

    public void Dispose() => _encoder.Dispose();

    private bool WaitForNext(TimeSpan timeout, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var elapsed = _clock.GetElapsedTime(_began);

        // A camera does not catch up on what its machine was too busy for: it goes on with the picture of now.
        _next = Math.Max(_next, (long)(elapsed / _interval));
        var wait = (_next * _interval) - elapsed;
        if (wait > TimeSpan.Zero && cancellation.WaitHandle.WaitOne(wait < timeout ? wait : timeout))
        {
            cancellation.ThrowIfCancellationRequested();
        }

        return wait <= timeout;
    }
}
