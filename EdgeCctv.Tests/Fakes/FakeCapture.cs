using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Tests.Fakes;

/// <summary>
/// A scripted camera: pictures come when the test delivers them, and time passes when the test says so. Read and disposed by the
/// capture thread, scripted from any other.
/// </summary>
/// <param name="source">What was opened.</param>
/// <param name="clock">Measures how long a read may wait.</param>
/// <param name="changed">Told after anything a test may wait for.</param>
/// <param name="hangs">Where to hang until released.</param>
/// <param name="onReleased">Called when the device is free.</param>
internal sealed class FakeCapture(CameraSource source, TimeProvider clock, Action? changed, FakeHang hangs, Action onReleased) : ICapture
{
    private static readonly GreyPicture Grey = new(2, 2, [0, 85, 170, 255]);

    private readonly object _gate = new();
    private readonly Queue<CapturedPicture> _pictures = new();
    private readonly LastArrival _arrival = new();
    private FakeHang _hangs = hangs;
    private Exception? _failure;

    public CameraSource Source { get; } = source;

    public TimeSpan? Interval { get; init; }

    /// <summary>True while <see cref="Read"/> waits; false again from the moment a test delivers or fails something.</summary>
    public bool IsReading { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <summary>A picture arrives now.</summary>
    public void Deliver() => Deliver(new CapturedPicture(TinyJpeg.Next(), TinyJpeg.Width, TinyJpeg.Height, clock.GetTimestamp(), Interval, Grey));

    public void Deliver(CapturedPicture picture) => Script(() =>
    {
        Receive();
        _pictures.Enqueue(picture);
    });

    /// <summary>Something comes, but nothing that a picture could be made of.</summary>
    public void Receive() => _arrival.Note(clock.GetTimestamp());

    /// <summary>The camera breaks: the read under way, or the next one, throws.</summary>
    public void Fail(CameraFault fault) => Fail(new CaptureException(fault, $"scripted {fault}"));

    public void Fail(Exception failure) => Script(() => _failure = failure);

    /// <summary>Whatever hangs goes on, and nothing hangs any more.</summary>
    public void Release() => Script(() => _hangs = FakeHang.None);

    public StreamFacts Facts { get; } = new() { Backend = "scripted", Codec = "tiny JPEG" };

    public long? LastReceived => _arrival.At;

    /// <summary>What was last asked for; null while nothing was.</summary>
    public int? JpegQuality { get; private set; }

    public void EncodeAt(int jpegQuality) => JpegQuality = jpegQuality;

    public CapturedPicture? Read(TimeSpan timeout, bool withGrey, CancellationToken cancellation)
    {
        var isOverdue = false;
        using var timer = clock.CreateTimer(
            _ => Script(() => isOverdue = true), null, timeout > TimeSpan.Zero ? timeout : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        using var cancelled = cancellation.Register(() => Script(() => { }));
        lock (_gate)
        {
            while (true)
            {
                // A hanging native call heeds neither token nor time, but may yet come back with a picture.
                var heeds = !_hangs.HasFlag(FakeHang.Read);
                if (heeds)
                {
                    cancellation.ThrowIfCancellationRequested();
                }

                if (_pictures.TryDequeue(out var picture))
                {
                    return withGrey ? picture : picture with { Grey = null };
                }

                if (heeds && (_failure is not null || isOverdue))
                {
                    return _failure is null ? null : throw _failure;
                }

                Wait(isReading: true);
            }
        }
    }

    public void Dispose()
    {
        PassHang(FakeHang.Dispose);
        IsDisposed = true;
        onReleased();
        changed?.Invoke();
    }

    internal void PassHang(FakeHang where)
    {
        lock (_gate)
        {
            while (_hangs.HasFlag(where))
            {
                Wait(isReading: false);
            }
        }
    }

    private void Wait(bool isReading)
    {
        IsReading = isReading;
        changed?.Invoke();
        Monitor.Wait(_gate);
    }

    private void Script(Action change)
    {
        lock (_gate)
        {
            change();
            IsReading = false;
            Monitor.PulseAll(_gate);
        }

        changed?.Invoke();
    }
}
