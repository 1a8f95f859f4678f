using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Camera;

/// <summary>
/// One open of the camera, on a thread of its own: opens, reads, stamps, publishes, and disposes the capture on every way out.
/// Decides nothing; tells its owner of the first frame and of the end.
/// </summary>
internal sealed class CaptureSession : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly FrameHistory _history = new();
    private readonly LatenessGuard _lateness = new();
    private readonly CaptureContext _context;
    private readonly TimeSpan _firstStall;
    private readonly Action<CaptureSession, StreamFacts> _onFirstFrame;
    private readonly Action<CaptureSession, CaptureException> _onEnded;
    private readonly long _created;
    private CameraTuning _tuning;
    private long _stallLimit;
    private int _pictures;
    private volatile ICapture? _capture;

    /// <param name="source">What to open.</param>
    /// <param name="context">What captures need, the same for all sessions.</param>
    /// <param name="firstStall">How long the second picture may take at least: a slow camera's interval is only known after it.</param>
    /// <param name="onFirstFrame">Called on the capture thread.</param>
    /// <param name="onEnded">Called on the capture thread, last, when the device is released.</param>
    public CaptureSession(
        CameraSource source,
        CaptureContext context,
        TimeSpan firstStall,
        Action<CaptureSession, StreamFacts> onFirstFrame,
        Action<CaptureSession, CaptureException> onEnded)
    {
        Source = source;
        _context = context;
        _firstStall = firstStall;
        _onFirstFrame = onFirstFrame;
        _onEnded = onEnded;
        _created = context.Clock.GetTimestamp();
        _tuning = context.Tuning.Of(source);
        StartTimeout = _tuning.Limits.StartTimeout;
    }

    public CameraSource Source { get; }

    /// <summary>How long it may take from opening to the first picture.</summary>
    public TimeSpan StartTimeout { get; }

    /// <summary>How many pictures it has read. Any thread.</summary>
    public int Pictures => Volatile.Read(ref _pictures);

    /// <summary>When anything last came from the camera in this session, whether or not it became a picture; null before. Any thread.</summary>
    public long? LastReceived => _capture?.LastReceived;

    /// <summary>How long the read under way may take. Any thread; set once the first picture is there.</summary>
    public TimeSpan StallLimit => new(Interlocked.Read(ref _stallLimit));

    public void Begin()
    {
        try
        {
            new Thread(Run) { IsBackground = true, Name = "capture" }.Start();
        }
        catch (Exception none) when (none is OutOfMemoryException or ThreadStartException)
        {
            _onEnded(this, new CaptureException(CameraFault.Failed, "The system has no thread for the capture.", none));
        }
    }

    /// <summary>Asks the thread to let go; it ends with <c>onEnded</c>.</summary>
    public void Cancel() => _cancellation.Cancel();

    /// <summary>Only after <c>onEnded</c>.</summary>
    public void Dispose() => _cancellation.Dispose();

    private void Run()
    {
        var end = new CaptureException(CameraFault.None, "stopped");
        try
        {
            RunOnce(_cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            // Asked to: not a fault.
        }
        catch (CaptureException fault)
        {
            end = fault;
        }
        catch (Exception unexpected)
        {
            CameraLog.CaptureBroke(_context.Logger, unexpected);
            end = new CaptureException(CameraFault.Failed, unexpected.Message, unexpected);
        }

        _onEnded(this, end);
    }

    private void RunOnce(CancellationToken cancellation)
    {
        var clock = _context.Clock;
        var began = clock.GetTimestamp();

        // Freed after the capture, on every way out: two "using" are undone in reverse.
        using var lease = _context.Lock.Take(Source);
        using var capture = _context.Backend.Open(Source, _context.CaptureSettings with { JpegQuality = _tuning.JpegQuality });
        _capture = capture;
        if (clock.GetElapsedTime(began) is var opening && opening > CaptureContext.SlowOpen)
        {
            CameraLog.SlowOpen(_context.Logger, Source.Display, opening.TotalMilliseconds);
        }

        var timeout = StartTimeout - clock.GetElapsedTime(began);
        Show(Read(capture, timeout, CameraFault.TimedOut, cancellation), _firstStall, cancellation);
        _onFirstFrame(this, capture.Facts);
        while (true)
        {
            Follow(capture);
            Show(Read(capture, StallLimit, CameraFault.NoData, cancellation), TimeSpan.Zero, cancellation);
        }
    }

    // Somebody may have set the camera otherwise since the last picture.
    private void Follow(ICapture capture)
    {
        var before = _tuning;
        _tuning = _context.Tuning.Of(Source);
        if (_tuning.JpegQuality != before.JpegQuality)
        {
            capture.EncodeAt(_tuning.JpegQuality);
        }
    }

    private CapturedPicture Read(ICapture capture, TimeSpan timeout, CameraFault whenNone, CancellationToken cancellation) =>
        capture.Read(timeout, _context.Frames.GreyWanted, cancellation)
        ?? throw new CaptureException(whenNone, $"No picture from {Source.Display} within {timeout.TotalSeconds:0.0} s.");

    private void Show(in CapturedPicture picture, TimeSpan leastStall, CancellationToken cancellation)
    {
        // A session that was left behind and wakes up again must not show its old picture.
        cancellation.ThrowIfCancellationRequested();
        var frame = _context.Stamper.Stamp(
            _history, picture.Jpeg, picture.Width, picture.Height, picture.ReceivedTimestamp, picture.PresentationTime, picture.Interval, picture.Grey);
        var stall = Freshness.AtLeastThreeIntervals(_tuning.Limits.StallTime, frame.Interval);
        Interlocked.Exchange(ref _stallLimit, Math.Max(stall.Ticks, leastStall.Ticks));
        Interlocked.Increment(ref _pictures);
        if (!_lateness.IsBacklog(frame, _context.Clock.GetElapsedTime(_created, picture.ReceivedTimestamp), _context.Freshness.LimitFor(frame)))
        {
            _context.Frames.Publish(frame);
        }
    }
}
