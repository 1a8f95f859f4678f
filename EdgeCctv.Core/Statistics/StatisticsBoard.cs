using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Statistics;

/// <summary>Counts what happens, in windows that never grow. Resetting touches neither the camera nor the sequence. Thread-safe.</summary>
/// <param name="clock">Its monotonic time is used; steps of the wall clock change nothing.</param>
/// <param name="resetEveryFrames">Resets itself whenever the session's frames reach this; 0 for never.</param>
public sealed class StatisticsBoard(TimeProvider clock, long resetEveryFrames = 0) : IFrameObserver
{
    private readonly Lock _lock = new();
    private readonly RollingRate _rate = new();
    private readonly RollingMinute<PaintTiming> _paintings = new();
    private readonly AnomalyWindow _anomalies = new();
    private long _began = clock.GetTimestamp();
    private long _sessionFrames;
    private long _totalFrames;
    private long _totalAnalysedFrames;
    private long _totalAnomalies;

    public void OnPublished(Frame frame)
    {
        lock (_lock)
        {
            if (_sessionFrames == 0)
            {
                // Seconds are counted from the first frame, so that the first sample is not a part of one.
                ResetUnderLock();
            }

            _totalFrames++;
            _sessionFrames++;
            _rate.Add(Elapsed);
            if (_sessionFrames == resetEveryFrames)
            {
                ResetUnderLock();
            }
        }
    }

    public void OnCleared() => Reset();

    /// <summary>A screen acknowledged that it painted a frame.</summary>
    /// <param name="timing">Where its time went.</param>
    public void OnPainted(PaintTiming timing)
    {
        lock (_lock)
        {
            _paintings.Add(Elapsed, timing);
        }
    }

    /// <summary>A frame was analysed.</summary>
    public void OnAnalysed(bool isAnomaly)
    {
        lock (_lock)
        {
            _anomalies.Add(isAnomaly);
            _totalAnalysedFrames++;
            _totalAnomalies += isAnomaly ? 1 : 0;
        }
    }

    /// <summary>Begins the counters and windows of the session anew.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            ResetUnderLock();
        }
    }

    public StatisticsSnapshot Read()
    {
        StatisticsSnapshot counts;
        PaintTiming[] paintings;
        lock (_lock)
        {
            paintings = _paintings.Read(Elapsed);
            counts = new StatisticsSnapshot(
                _sessionFrames, _totalFrames, _rate.Samples(Elapsed), _anomalies.Analysed, _anomalies.Anomalies, Latency: null)
            {
                TotalAnalysedFrames = _totalAnalysedFrames,
                TotalAnomalies = _totalAnomalies,
            };
        }

        // Sorted here: the capture thread never waits for that.
        return counts with
        {
            Latency = RollingPercentiles.Of(Array.ConvertAll(paintings, one => (float)one.Total.TotalMilliseconds)),
            LatencyParts = LatencyParts.Of(paintings),
        };
    }

    private TimeSpan Elapsed => clock.GetElapsedTime(_began);

    private void ResetUnderLock()
    {
        _began = clock.GetTimestamp();
        _sessionFrames = 0;
        _rate.Reset();
        _paintings.Reset();
        _anomalies.Reset();
    }
}
