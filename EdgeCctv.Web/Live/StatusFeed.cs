using System.Threading.Channels;
using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Web.Drill;

namespace EdgeCctv.Web.Live;

/// <summary>
/// Tells every page what to show: once a second for the figures, and at once when the camera's state, an analyser's, the scene watch's or a
/// drill changes, but never more than ten times a second. One for all circuits, so that the figures are read once whoever watches.
/// </summary>
public sealed class StatusFeed : BackgroundService
{
    private static readonly TimeSpan FigureInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LeastInterval = TimeSpan.FromMilliseconds(100);

    // Bound: one pending wake-up; more of them mean the same.
    private readonly Channel<bool> _wakeUps = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CameraLifecycleManager _camera;
    private readonly StatisticsBoard _statistics;
    private readonly LivePicture _live;
    private readonly ProofWatch _proof;
    private readonly AnalysisWorker _analysis;
    private readonly DrillCoordinator _drill;
    private readonly SceneWatch _scene;
    private readonly TimeProvider _clock;

    public StatusFeed(
        CameraLifecycleManager camera,
        StatisticsBoard statistics,
        LivePicture live,
        ProofWatch proof,
        AnalysisWorker analysis,
        DrillCoordinator drill,
        SceneWatch scene,
        TimeProvider clock)
    {
        _scene = scene;
        _proof = proof;
        _live = live;
        _analysis = analysis;
        _drill = drill;
        _camera = camera;
        _statistics = statistics;
        _clock = clock;
        Current = Read();
    }

    /// <summary>Raised after <see cref="Current"/> has changed, on a thread of the pool.</summary>
    public event Action? Changed;

    public ConsoleStatus Current { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _camera.StatusChanged += WakeUp;
        _drill.Changed += WakeUp;
        _analysis.Changed += WakeUp;
        _scene.Changed += WakeUp;
        using var figures = _clock.CreateTimer(_ => WakeUp(), null, FigureInterval, FigureInterval);
        try
        {
            await foreach (var _ in _wakeUps.Reader.ReadAllAsync(stoppingToken))
            {
                Current = Read();
                Changed?.Invoke();
                await Task.Delay(LeastInterval, _clock, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The process ends.
        }
        finally
        {
            _camera.StatusChanged -= WakeUp;
            _drill.Changed -= WakeUp;
            _analysis.Changed -= WakeUp;
            _scene.Changed -= WakeUp;
        }
    }

    private void WakeUp(CameraStatus status) => WakeUp();

    private void WakeUp() => _wakeUps.Writer.TryWrite(true);

    private ConsoleStatus Read() => new(_camera.GetState(), _statistics.Read(), _live.FrozenFor)
    {
        Proof = _proof.Read(),
        Analysis = _analysis.Status,
        Drill = _drill.Current,
        Scene = _scene.Read(),
    };
}

/// <summary>What the console shows beside the picture.</summary>
/// <param name="Camera">The camera's life.</param>
/// <param name="Statistics">The figures.</param>
/// <param name="FrozenFor">For how long the camera has been sending one and the same picture, when that is too long.</param>
public sealed record ConsoleStatus(CameraStatus Camera, StatisticsSnapshot Statistics, TimeSpan? FrozenFor)
{
    /// <summary>How the chain between camera and screens is.</summary>
    public Proof Proof { get; init; } = Proof.None;

    /// <summary>How every analyser is; empty when there is none.</summary>
    public IReadOnlyList<AnalyzerStatus> Analysis { get; init; } = [];

    /// <summary>The drill under way, to be marked as such on every screen; null when there is none.</summary>
    public DrillProgress? Drill { get; init; }

    /// <summary>How the scene is watched.</summary>
    public SceneWatchStatus Scene { get; init; } = SceneWatchStatus.None;
}
