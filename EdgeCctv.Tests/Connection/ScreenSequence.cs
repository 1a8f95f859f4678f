using System.Globalization;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Connection;
using static EdgeCctv.Web.Connection.ConnectionState;

namespace EdgeCctv.Tests.Connection;

/// <summary>One random life of one screen, and what must hold after each of its steps.</summary>
internal sealed class ScreenSequence : IAsyncDisposable
{
    // Three attempts of 5 s and two waits, each as short as their jitter can make them.
    private static readonly TimeSpan ShortestRow = TimeSpan.FromSeconds((3 * 5) + (0.8 * (2 + 4)));

    private static readonly string[] Words =
        ["live", "camera-silent", "camera-reconnecting", "picture-frozen", "server-silent", "connection-lost", "stopped-by-operator", "screen-cannot-keep-up"];

    private readonly Random _random;
    private readonly ScreenRig _rig;
    private readonly bool _isKiosk;
    private readonly List<string> _done = [];
    private readonly HashSet<string> _reached = [];
    private TimeSpan _rowBegan;
    private bool _isUp = true;
    private string? _broken;

    public ScreenSequence(Random random)
    {
        _random = random;
        _isKiosk = random.Next(2) == 0;
        _rig = new ScreenRig(random);
        _rig.Screen.Changed += OnChanged;
    }

    /// <summary>The steps so far, for the report of a failure.</summary>
    public IReadOnlyList<string> Done => _done;

    /// <summary>The situations that were seen.</summary>
    public IReadOnlySet<string> Reached => _reached;

    public async Task RunAsync(int steps)
    {
        _rig.Screen.Open(_isKiosk);
        _done.Add(_isKiosk ? "kiosk" : "console");
        for (var step = 0; step < steps; step++)
        {
            await StepAsync();
            CheckWhatMustHold();
        }
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    private Task StepAsync() => _random.Next(20) switch
    {
        0 => StopAsync(),
        1 => DeployAsync(),
        2 => TryAgainAsync(),
        3 => Do("camera breaks", () => _rig.Camera.Backend.Fail(CameraFault.Refused)),
        4 => Do("camera mended", () => _rig.Camera.Backend.OpenFailure = null),
        5 => Connect(false),
        6 or 7 => Connect(true),
        8 or 9 => Do("painted", _rig.Screen.OnPainted),
        10 or 11 => Judge(Words[_random.Next(Words.Length)]),
        _ => Pass(_random.NextDouble() * 8),
    };

    private async Task StopAsync()
    {
        _done.Add("stop");
        await _rig.Camera.StopAsync();
        Assert.Equal(Disconnected, _rig.State);
        Assert.Equal(_rig.Camera.Status.StoppedBy, _rig.Screen.Status.StoppedBy);
    }

    private async Task DeployAsync()
    {
        _done.Add("deploy");
        await _rig.Camera.StartAsync();
        Assert.NotEqual(Disconnected, _rig.State);
    }

    private async Task TryAgainAsync()
    {
        _done.Add("try again");
        var wasWanted = _rig.Camera.Status.Desired;
        await _rig.Screen.TryAgainAsync().WaitAsync(Pulse.Patience);
        Assert.NotEqual(Failed, _rig.State);
        Assert.Equal(wasWanted, _rig.Camera.Status.Desired);
    }

    private Task Connect(bool isUp) => Do(isUp ? "circuit back" : "circuit lost", () =>
    {
        _isUp = isUp;
        _rig.Screen.OnConnection(isUp);
    });

    private Task Judge(string word) => !_isUp ? Task.CompletedTask : Do(word, () =>
    {
        _rig.Screen.OnJudged(word);
        Assert.True(word != "live" || _rig.State == (_rig.Camera.Status.Desired ? Connected : Disconnected));
    });

    private Task Pass(double seconds) => Do(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"), () => _rig.Pass(seconds));

    private Task Do(string step, Action action)
    {
        _done.Add(step);
        action();
        return Task.CompletedTask;
    }

    private void CheckWhatMustHold()
    {
        var status = _rig.Screen.Status;
        Assert.Null(_broken);
        Assert.Equal(_rig.Camera.Status is { Desired: false }, status.State == Disconnected);
        Assert.True(_isUp == (status.Phase != ConnectionPhase.Away), $"The circuit is {(_isUp ? "there" : "lost")}, and the screen {status.Phase}.");
        Assert.Equal(status.EndsAfter is null ? 1 : 2, _rig.Clock.Timers);
        Assert.Equal(_isKiosk ? null : ConnectionStatus.ConsoleAttempts, status.AttemptsAllowed);
    }

    // Called on the camera's mailbox too, where nothing may be thrown.
    private void OnChanged()
    {
        var status = _rig.Screen.Status;
        var now = _rig.Clock.GetElapsedTime(0);
        _reached.Add(Situations.NameOf(status));
        if (status is { Phase: ConnectionPhase.Attempting, Attempt: 1 })
        {
            _rowBegan = now;
        }

        if (status.State == Failed && (_isKiosk || now - _rowBegan < ShortestRow))
        {
            _broken = $"Failed after {now - _rowBegan}.";
        }
    }
}
