using System.Collections.Immutable;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Lanes;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Statistics;

namespace EdgeCctv.Core.Inference;

/// <summary>
/// Where frames enter the analysis and results leave it. Knows which frames belong to the camera's present session: a result of one
/// that has ended is not heard, however late it comes. Thread-safe; the capture thread waits for nobody's handler here.
/// </summary>
public sealed class AnalysisIntake(AnalysisBoard board, StatisticsBoard statistics, TimeProvider clock) : IFrameObserver
{
    private static readonly TimeSpan ShortestGap = TimeSpan.FromSeconds(1.5);

    // No frame has this number.
    private const long None = long.MaxValue;

    private readonly Lock _publishing = new();
    private ImmutableArray<AnalysisLane> _lanes = [];
    private long _first = None;
    private volatile Frame? _newest;

    // Of the capture thread only.
    private int _stretch;
    private Frame? _last;

    /// <summary>The newest frame of the present session; null before its first.</summary>
    internal Frame? Newest => _newest;

    public void OnPublished(Frame frame)
    {
        if (Volatile.Read(ref _first) == None)
        {
            Volatile.Write(ref _first, frame.Sequence);
            _last = null;
        }

        var time = OwnTime(frame, clock);
        _stretch += Continues(frame, time) ? 0 : 1;
        _last = frame;
        _newest = frame;
        foreach (var lane in _lanes)
        {
            lane.Offer(frame, time, _stretch);
        }
    }

    public void OnCleared()
    {
        lock (_publishing)
        {
            Volatile.Write(ref _first, None);
            board.Clear();
        }

        _newest = null;
        foreach (var lane in _lanes)
        {
            lane.OnCleared();
        }
    }

    /// <summary>When the camera took it, as far as that can be known: its receipt without what it was held up before. On a monotonic scale.</summary>
    internal static TimeSpan OwnTime(Frame frame, TimeProvider clock) => clock.GetElapsedTime(0, frame.ReceivedTimestamp) - frame.Drift;

    /// <summary>Whether so much time between a frame and the one before means that the stream was interrupted.</summary>
    internal static bool IsGap(TimeSpan between, Frame frame) => between > Freshness.AtLeastThreeIntervals(ShortestGap, frame.Interval);

    /// <summary>From now on these are given frames.</summary>
    internal void Attach(ImmutableArray<AnalysisLane> lanes) => ImmutableInterlocked.InterlockedExchange(ref _lanes, lanes);

    /// <summary>Whether it belongs to the present session of the camera.</summary>
    internal bool IsPresent(Frame frame) => frame.Sequence >= Volatile.Read(ref _first);

    /// <summary>Puts a result on the board, unless its camera session has ended or its analyser was given up.</summary>
    internal void Publish(AnalysisResult result, Frame frame, LaneRun run)
    {
        lock (_publishing)
        {
            if (IsPresent(frame) && !run.IsCancelled)
            {
                if (result.Finding is SceneFinding judged)
                {
                    statistics.OnAnalysed(judged.IsAnomaly);
                }

                board.Publish(result);
            }
        }
    }

    /// <summary>Takes an analyser's result back: it stalled, and what it found is no longer true.</summary>
    internal void Withdraw(string analyzer)
    {
        lock (_publishing)
        {
            board.Withdraw(analyzer);
        }
    }

    private bool Continues(Frame frame, TimeSpan time) =>
        _last is { } last && (last.Width, last.Height) == (frame.Width, frame.Height) && !IsGap(time - OwnTime(last, clock), frame);
}
