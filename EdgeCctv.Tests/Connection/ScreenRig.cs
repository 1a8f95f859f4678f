using System.Runtime.CompilerServices;
using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Configuration;
using EdgeCctv.Web.Connection;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Connection;

/// <summary>One screen's connection to a real manager on a scripted camera; the test is the browser. Waits come without jitter unless asked for.</summary>
internal sealed class ScreenRig : IAsyncDisposable
{
    private static readonly EdgeCctvSettings Settings =
        new(CameraRig.Front, AutoStart: false, CameraRig.Settings, CaptureSettings.Default, Freshness.Default, 0, false);

    private readonly Pulse _pulse = new();
    private readonly List<ConnectionStatus> _history = [];

    public ScreenRig(Random? random = null)
    {
        Clock = new CountingClock(Camera.Time);
        Screen = new ScreenConnection(
            Camera.Manager, new LivePicture(Camera.Manager, Freshness.Default, Camera.Time), Freshness.Default, SourceBooks.Empty(Settings), Clock, random ?? new SteadyRandom());
        Screen.Changed += Record;
        Camera.Manager.StatusChanged += _ => _pulse.Beat();
    }

    public CameraRig Camera { get; } = new();

    /// <summary>Counts the screen's own timers.</summary>
    public CountingClock Clock { get; }

    public ScreenConnection Screen { get; }

    public ConnectionState State => Screen.Status.State;

    public string Words => Screen.Status.Words;

    /// <summary>Every status there was since the screen was opened, oldest first.</summary>
    public IReadOnlyList<ConnectionStatus> History
    {
        get
        {
            lock (_history)
            {
                return [.. _history];
            }
        }
    }

    /// <summary>The camera runs, the page is open, and its picture is live.</summary>
    public async Task ConnectAsync(bool isKiosk = false)
    {
        await Camera.RunAsync();
        Screen.Open(isKiosk);
        SeeLive();
    }

    /// <summary>The camera is wanted but cannot be reached, and the page is open.</summary>
    public async Task OpenOnBrokenCameraAsync(bool isKiosk = false)
    {
        Camera.Backend.Fail(CameraFault.Refused);
        await Camera.StartAsync();
        Screen.Open(isKiosk);
    }

    /// <summary>The browser paints a picture and calls it live.</summary>
    public void SeeLive()
    {
        Screen.OnPainted();
        Screen.OnJudged("live");
    }

    public void Pass(double seconds) => Camera.Time.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>
    /// How often the manager has tried to open the camera. Whatever was asked of it is done with when a later command is answered, so the
    /// camera ends up stopped.
    /// </summary>
    public async Task<int> CountAttemptsOfCameraAsync()
    {
        await Camera.StopAsync("the test");
        return Camera.History.Count(status => status is { State: CameraState.Starting, NextTry: null });
    }

    public Task UntilAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "") => _pulse.UntilAsync(condition, what);

    public async ValueTask DisposeAsync()
    {
        Screen.Dispose();
        await Camera.DisposeAsync();
    }

    private void Record()
    {
        lock (_history)
        {
            _history.Add(Screen.Status);
        }

        _pulse.Beat();
    }
}
