using System.Collections.Concurrent;
using EdgeCctv.Core.Capture;

namespace EdgeCctv.Tests.Fakes;

/// <summary>
/// Opens <see cref="FakeCapture"/>s and keeps count. As made, every camera opens, gives one picture, and then waits for the test to
/// deliver more. What is set here counts for the captures opened from then on. Thread-safe.
/// </summary>
internal sealed class FakeBackend(TimeProvider clock) : ICaptureBackend
{
    private readonly Lock _lock = new();
    private readonly List<FakeCapture> _captures = [];
    private readonly ConcurrentDictionary<CameraSource, Exception> _failures = new();
    private int _openNow;

    /// <summary>Raised, on whatever thread, after anything a test may wait for.</summary>
    public event Action? Changed;

    /// <summary>Opening fails with this.</summary>
    public volatile Exception? OpenFailure;

    /// <summary>Whether a capture has a first picture ready as soon as it is open.</summary>
    public bool HasFirstPicture { get; set; } = true;

    /// <summary>Where captures hang until <see cref="FakeCapture.Release"/>, whoever cancels and whatever time passes.</summary>
    public FakeHang Hangs { get; set; }

    /// <summary>The nominal time between pictures that the camera states.</summary>
    public TimeSpan? Interval { get; set; }

    /// <summary>What the newest capture was to be opened with.</summary>
    public CaptureSettings? LastSettings { get; private set; }

    /// <summary>Every capture ever opened or tried to, oldest first.</summary>
    public IReadOnlyList<FakeCapture> Captures
    {
        get
        {
            lock (_lock)
            {
                return [.. _captures];
            }
        }
    }

    public FakeCapture Last => Captures[^1];

    public int Opens => Captures.Count;

    public int Disposals => Captures.Count(capture => capture.IsDisposed);

    /// <summary>Captures that hold the device now, those being opened or closed included.</summary>
    public int OpenNow => Volatile.Read(ref _openNow);

    public int MostOpenAtOnce { get; private set; }

    public bool CanOpen(CameraSourceKind kind) => true;

    public ICapture Open(CameraSource source, CaptureSettings settings)
    {
        LastSettings = settings;
        var capture = new FakeCapture(source, clock, Changed, Hangs, () => Interlocked.Decrement(ref _openNow)) { Interval = Interval };
        lock (_lock)
        {
            _captures.Add(capture);
            MostOpenAtOnce = Math.Max(MostOpenAtOnce, Interlocked.Increment(ref _openNow));
        }

        Changed?.Invoke();
        capture.PassHang(FakeHang.Open);
        if ((OpenFailure ?? _failures.GetValueOrDefault(source)) is { } failure)
        {
            Interlocked.Decrement(ref _openNow);
            throw failure;
        }

        if (HasFirstPicture)
        {
            capture.Deliver();
        }

        return capture;
    }

    /// <summary>Opening this one source fails, whatever becomes of others.</summary>
    public void FailFor(CameraSource source, CameraFault fault) => _failures[source] = new CaptureException(fault, $"scripted {fault}");

    public void Fail(CameraFault fault) => OpenFailure = new CaptureException(fault, $"scripted {fault}");

    public void ReleaseAll()
    {
        foreach (var capture in Captures)
        {
            capture.Release();
        }
    }
}

/// <summary>What a native library may never return from.</summary>
[Flags]
internal enum FakeHang
{
    None = 0,
    Open = 1,
    Read = 2,
    Dispose = 4,
}
