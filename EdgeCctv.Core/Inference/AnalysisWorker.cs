using System.Collections.Immutable;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Lanes;
using Microsoft.Extensions.Logging;

namespace EdgeCctv.Core.Inference;

/// <summary>
/// Has every frame that is due analysed, each analyser on a lane of its own, so that a slow or stuck one holds up nobody, least of all
/// the picture. Notices what hangs or breaks within 3 s and makes it anew. Thread-safe.
/// </summary>
public sealed class AnalysisWorker : IDisposable
{
    /// <summary>How often the lanes are looked at.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(125);

    /// <summary>Looks further apart than this mean that the whole process stood still in between.</summary>
    private static readonly TimeSpan StoodStill = TimeSpan.FromSeconds(1);

    /// <summary>As long as the lanes may take to end by themselves; a process that ends does not wait for a stuck one.</summary>
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(0.5);

    private readonly Lock _lock = new();
    private readonly AnalysisIntake _intake;
    private readonly FrameBroadcaster _frames;
    private readonly TimeProvider _clock;
    private readonly LaneThreads _threads = new();
    private readonly ImmutableArray<AnalysisLane> _lanes;
    private readonly List<IDisposable> _leases = [];
    private ITimer? _watch;
    private long _lastCheck;
    private long _awakeSince;
    private bool _isDisposed;

    public AnalysisWorker(
        IEnumerable<IFrameAnalyzerFactory> factories,
        AnalysisIntake intake,
        FrameBroadcaster frames,
        Freshness freshness,
        TimeProvider clock,
        ILogger<AnalysisWorker> logger)
    {
        (_intake, _frames, _clock) = (intake, frames, clock);
        var context = new LaneContext(
            intake, _threads, freshness, () => Changed?.Invoke(), (name, took) => Analysed?.Invoke(name, took), clock, logger);
        _lanes = [.. factories.Select(factory => new AnalysisLane(factory, context))];
    }

    /// <summary>Raised when an analyser's state or cause has changed, on any thread: handlers must be quick and must not throw.</summary>
    public event Action? Changed;

    /// <summary>Raised after every analysed frame with the analyser's name and how long it took, on its thread: the same holds.</summary>
    public event Action<string, TimeSpan>? Analysed;

    /// <summary>How every analyser is now, in the order of their registration; empty when there is none.</summary>
    public IReadOnlyList<AnalyzerStatus> Status => [.. _lanes.Select(lane => lane.Status)];

    /// <summary>Threads that were given up and have not come back.</summary>
    public int LostThreads => _threads.Lost;

    /// <summary>Begins to load the analysers and to give them frames; once.</summary>
    public void Start()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);

            // Also while a lane is stalled: they tell a frozen picture as well.
            _leases.AddRange(_lanes.Where(lane => lane.Factory.NeedsGrey).Select(_ => _frames.DemandGrey()));
            _intake.Attach(_lanes);
            foreach (var lane in _lanes)
            {
                lane.Begin();
            }

            _awakeSince = _lastCheck = _clock.GetTimestamp();
            _watch = _lanes.IsEmpty ? null : _clock.CreateTimer(_ => Check(), null, Step, Step);
        }
    }

    /// <summary>Tells the lanes to end, without waiting; <see cref="Dispose"/> waits a little.</summary>
    public void End()
    {
        lock (_lock)
        {
            _watch?.Dispose();
            _watch = null;
            _intake.Attach([]);
            _leases.ForEach(lease => lease.Dispose());
            _leases.Clear();
        }

        foreach (var lane in _lanes)
        {
            lane.End();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
        }

        End();
        _threads.Await(EndPatience);
    }

    private void Check()
    {
        long awakeSince;
        lock (_lock)
        {
            if (_watch is null)
            {
                return;
            }

            // A machine that stood still for a while did not do so for the analysers' sake: that time is not held against them.
            var now = _clock.GetTimestamp();
            _awakeSince = _clock.GetElapsedTime(_lastCheck, now) > StoodStill ? now : _awakeSince;
            (_lastCheck, awakeSince) = (now, _awakeSince);
        }

        foreach (var lane in _lanes)
        {
            lane.Check(awakeSince);
        }
    }
}
