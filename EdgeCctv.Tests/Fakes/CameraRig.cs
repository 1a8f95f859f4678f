using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Fakes;

/// <summary>A real manager on a scripted camera and a clock that stands still; retries come without jitter.</summary>
internal sealed class CameraRig : IAsyncDisposable
{
    public static readonly CameraSource Front = Locators.Parse("rtsp://192.0.2.7/front");
    public static readonly CameraSource Back = Locators.Parse("rtsp://192.0.2.8/back");

    /// <summary>Unlike each other and every other limit, so that <see cref="ElapseAsync"/> cannot take one timer for another.</summary>
    public static readonly CameraSettings Settings = new(StartTimeout: TimeSpan.FromSeconds(4), StallTime: TimeSpan.FromSeconds(2));

    private readonly DirectoryInfo _locks = Directory.CreateTempSubdirectory("edgecctv-locks-");
    private readonly Pulse _pulse = new();
    private readonly ConcurrentQueue<CameraStatus> _history = new();

    /// <param name="time">A clock to share with others; else the rig has its own.</param>
    /// <param name="observers">See every frame.</param>
    public CameraRig(ManualTimeProvider? time = null, params IFrameObserver[] observers)
    {
        Time = time ?? new ManualTimeProvider();
        Lock = new CameraLock(new CameraLockFolder(_locks.FullName), Time);
        Backend = new FakeBackend(Time);
        Frames = new FrameBroadcaster(observers);
        Manager = new CameraLifecycleManager(
            Backend,
            Frames,
            new FrameStamper(Time),
            Tuning,
            CaptureSettings.Default,
            Freshness.Default,
            Lock,
            Time,
            Log,
            new SteadyRandom());
        Manager.StatusChanged += _history.Enqueue;
        Manager.StatusChanged += _ => _pulse.Beat();
        Backend.Changed += _pulse.Beat;
        Time.TimersChanged += _pulse.Beat;
    }

    public ManualTimeProvider Time { get; }

    /// <summary>What an operator may have set otherwise.</summary>
    public FakeTuning Tuning { get; } = new(Settings);

    /// <summary>What the manager has told the log.</summary>
    public LogRecord<CameraLifecycleManager> Log { get; } = new();

    /// <summary>The machine's camera lock, but of a machine of the rig's own.</summary>
    public CameraLock Lock { get; }

    public FakeBackend Backend { get; }

    public FrameBroadcaster Frames { get; }

    public CameraLifecycleManager Manager { get; }

    public CameraStatus Status => Manager.GetState();

    /// <summary>Every status there was, oldest first.</summary>
    public IReadOnlyCollection<CameraStatus> History => _history;

    /// <summary>Starts the front camera, or another one.</summary>
    public Task<CameraReply> StartAsync(CameraSource? source = null, CancellationToken cancellation = default) =>
        Manager.StartStreamAsync(source ?? Front, cancellation: cancellation).WaitAsync(Pulse.Patience, TimeProvider.System, CancellationToken.None);

    /// <summary>Asks for another camera in the place of the one that is open.</summary>
    public Task<CameraReply> SwitchAsync(CameraSource source) =>
        Manager.StartStreamAsync(source, switchTo: true).WaitAsync(Pulse.Patience, TimeProvider.System);

    public Task<CameraReply> StopAsync(string by = "Ann") => Manager.StopStreamAsync(by).WaitAsync(Pulse.Patience, TimeProvider.System);

    public Task<CameraReply> ShutdownAsync() => Manager.ShutdownAsync("shutdown").WaitAsync(Pulse.Patience, TimeProvider.System);

    /// <summary>Starts the front camera and waits until it has given its first picture and the next read is under way.</summary>
    public async Task RunAsync()
    {
        Assert.True((await StartAsync()).Success);
        await SettleAsync();
    }

    /// <summary>The open camera delivers a picture, and the next read is under way.</summary>
    public async Task DeliverAsync()
    {
        Backend.Last.Deliver();
        await SettleAsync();
    }

    /// <summary>Runs long enough to count as stable, two pictures a second.</summary>
    public async Task RunStablyAsync()
    {
        await RunAsync();
        for (var second = 0.0; second < CameraLifecycle.StableRun.TotalSeconds; second += 0.5)
        {
            Time.Advance(TimeSpan.FromSeconds(0.5));
            await DeliverAsync();
        }
    }

    /// <summary>Lets this time pass with two pictures a second: a camera that is silent for so long would be lost meanwhile.</summary>
    public async Task RunForAsync(TimeSpan time)
    {
        await SettleAsync();
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(0.5))
        {
            await DeliverAsync();
            Time.Advance(TimeSpan.FromSeconds(0.5));
        }
    }

    /// <summary>Until the newest capture waits for a picture.</summary>
    public Task SettleAsync() => UntilAsync(() => Backend.Opens > 0 && Backend.Last.IsReading);

    public Task ReachAsync(CameraState state) => UntilAsync(() => Status.State == state, state.ToString());

    /// <summary>Waits until something is due in exactly this time, and then lets that time pass.</summary>
    public async Task ElapseAsync(TimeSpan time)
    {
        await UntilAsync(() => Time.IsDueIn(time), $"a timer due in {time}");
        Time.Advance(time);
    }

    /// <summary>Something else has changed that a test may wait for.</summary>
    public void Beat() => _pulse.Beat();

    public Task UntilAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        _pulse.UntilAsync(condition, what);

    public async ValueTask DisposeAsync()
    {
        Backend.ReleaseAll();
        await Manager.DisposeAsync().AsTask().WaitAsync(Pulse.Patience, TimeProvider.System);

        // A capture that was left behind gives its lock back when it returns, which may be now.
        await Eventually.IsTrueAsync(TryDelete, "the folder of the locks can be deleted");
    }

    private bool TryDelete()
    {
        try
        {
            _locks.Delete(recursive: true);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
