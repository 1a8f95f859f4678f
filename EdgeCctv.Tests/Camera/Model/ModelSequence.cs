using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Camera.Model;

/// <summary>One random sequence, played to the manager and to the model side by side.</summary>
internal sealed class ModelSequence : IAsyncDisposable
{
    // No machine-wide lock is needed for these, so that a sequence costs no files.
    private static readonly CameraSource[] Sources = [Locators.Parse("demo:?seed=1"), Locators.Parse("demo:?seed=2"), Locators.Parse("demo:?seed=3")];
    private static readonly CameraFault[] Faults = [CameraFault.Refused, CameraFault.Unauthorized, CameraFault.EndOfStream];

    private readonly CameraRig _rig = new();
    private readonly ModelCallers _callers = new();
    private readonly CameraModel _model;
    private readonly TimeSpan _origin;
    private readonly Random _random;

    public ModelSequence(Random random)
    {
        _random = random;
        _model = new CameraModel(_callers);
        _origin = TimeSpan.FromTicks(_rig.Time.GetUtcNow().Ticks);
    }

    public List<string> Done { get; } = [];

    public string Expected => $"{_model.State} {_model.Source} next {_model.Next} fallback {_model.Fallback} attempt {_model.Attempt} {_model.Fault} due {_model.NextTry} lost {_model.Lost.Count} opens {_model.Opens} reading {_model.IsReading}";

    public string Actual => $"{_rig.Status.State} {_rig.Status.Source} next {_rig.Status.Next} fallback {_rig.Status.Fallback} attempt {_rig.Status.Attempt} {_rig.Status.Fault} due {NextTry} lost {_rig.Status.LostCaptures} opens {_rig.Backend.Opens}";

    private TimeSpan? NextTry => _rig.Status.NextTry is { } next ? TimeSpan.FromTicks(next.UtcTicks) - _origin : null;

    /// <returns>How many steps were played.</returns>
    public async Task<int> RunAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            Play();
            await SettleAsync();
        }

        await EndAsync();
        return steps;
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    private void Play()
    {
        switch (_random.Next(12))
        {
            case 0 or 1:
                Start(switchTo: false);
                break;
            case 2:
                Start(switchTo: true);
                break;
            case 3:
                Stop();
                break;
            case 4 when _model.CanFail:
                Fail(Faults[_random.Next(Faults.Length)]);
                break;
            case 5:
                SetWorld();
                break;
            case 6 when _model.CanReleaseHangs && _random.Next(2) == 0:
                ReleaseHangs();
                break;
            case 7 or 8 when _model.CanDeliver:
                Deliver();
                break;
            case 9 when _model.Due is { } due && due > _model.Now:
                Pass((due - _model.Now) * _random.NextDouble());
                break;
            default:
                PassUntilDue();
                break;
        }
    }

    private void Start(bool switchTo)
    {
        var source = Sources[_random.Next(Sources.Length)];
        Done.Add($"{(switchTo ? "switch" : "start")} {source}");
        var caller = _callers.Next;
        _callers.Add(_rig.Manager.StartStreamAsync(source, switchTo));
        _model.Start(caller, source, switchTo);
    }

    private void Stop()
    {
        Done.Add("stop");
        var caller = _callers.Next;
        _callers.Add(_rig.Manager.StopStreamAsync("the model"));
        _model.Stop(caller);
    }

    private void Fail(CameraFault fault)
    {
        Done.Add($"fail {fault}");
        _model.Fail(fault);
        _rig.Backend.Last.Fail(fault);
    }

    private void SetWorld()
    {
        var world = _model.World;
        (world.Fails, world.HasFirstPicture) = (_random.Next(3) == 0 ? Faults[_random.Next(2)] : null, _random.Next(3) > 0);
        (world.OpenHangs, world.DisposeHangs) = (_random.Next(6) == 0, _random.Next(6) == 0);
        Done.Add($"world {world.Fails} {(world.HasFirstPicture ? "picture" : "silent")}{(world.OpenHangs ? " open hangs" : "")}{(world.DisposeHangs ? " release hangs" : "")}");
        _rig.Backend.OpenFailure = world.Fails is { } fault ? new CaptureException(fault, "scripted") : null;
        _rig.Backend.HasFirstPicture = world.HasFirstPicture;
        _rig.Backend.Hangs = (world.OpenHangs ? FakeHang.Open : 0) | (world.DisposeHangs ? FakeHang.Dispose : 0);
    }

    private void ReleaseHangs()
    {
        Done.Add("hangs end");
        _model.ReleaseHangs();
        _rig.Backend.ReleaseAll();
    }

    private void Deliver()
    {
        Done.Add("picture");
        _model.Deliver();
        _rig.Backend.Last.Deliver();
    }

    private void Pass(TimeSpan time)
    {
        Done.Add($"{time.TotalSeconds:0.00} s");
        _model.Pass(time);
        _rig.Time.Advance(time);
    }

    private void PassUntilDue()
    {
        if (_model.Due is { } due)
        {
            Done.Add($"{(due - _model.Now).TotalSeconds:0.00} s until due");
            var time = due - _model.Now;
            _model.PassUntilDue();
            _rig.Time.Advance(time);
        }
    }

    private async Task SettleAsync()
    {
        await _rig.UntilAsync(Agrees, "manager and model agree");
        await _callers.VerifyAsync(Pulse.Patience);
        Assert.InRange(_rig.Backend.OpenNow, 0, 1 + _rig.Status.LostCaptures);
        Assert.True(_rig.Status.State != CameraState.Running || _rig.Frames.Newest is not null);
    }

    private bool Agrees()
    {
        var status = _rig.Status;
        return status.State == _model.State
            && status.Desired == _model.Desired
            && (status.Attempt, status.Fault, status.LostCaptures) == (_model.Attempt, _model.Fault, _model.Lost.Count)
            && Equals(status.Source, _model.Source) && Equals(status.Next, _model.Next) && Equals(status.Fallback, _model.Fallback)
            && NextTry == _model.NextTry
            && status.Notice is not null == _model.HasNotice
            && _rig.Backend.Opens == _model.Opens
            && (!_model.IsReading || _rig.Backend.Last.IsReading)
            && (_model.Due is not { } due || due <= _model.Now || _rig.Time.IsDueIn(due - _model.Now));
    }

    // Whatever state it was left in: a stop ends it within two seconds.
    private async Task EndAsync()
    {
        Stop();
        var began = _model.Now;
        if (_model.State == CameraState.Stopping)
        {
            await SettleAsync();
            PassUntilDue();
        }

        await SettleAsync();
        Assert.Equal(CameraState.Idle, _rig.Status.State);
        Assert.InRange(_model.Now - began, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }
}
