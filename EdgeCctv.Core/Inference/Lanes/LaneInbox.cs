using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Inference.Lanes;

/// <summary>The one frame that waits for an analyser: a newer one takes its place and is counted as a skip. Thread-safe; putting never waits.</summary>
internal sealed class LaneInbox
{
    // An object, since a Lock cannot be waited on.
    private readonly object _lock = new();
    private LaneInput? _pending;
    private long _skipped;

    /// <summary>Due frames that gave way to newer ones.</summary>
    public long Skipped
    {
        get
        {
            lock (_lock)
            {
                return _skipped;
            }
        }
    }

    /// <param name="frame">A frame that is due.</param>
    /// <param name="stretch">Number of the unbroken stretch of the stream that it belongs to.</param>
    public void Put(Frame frame, int stretch)
    {
        lock (_lock)
        {
            _skipped += _pending is null ? 0 : 1;
            _pending = new LaneInput(frame, stretch, IsAfterSkip: _pending is not null);
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>The newest due frame; waits for one if need be.</summary>
    /// <param name="run">Who asks: one that was cancelled takes nothing from its successor.</param>
    /// <returns>Null when the run was cancelled.</returns>
    public LaneInput? Take(LaneRun run)
    {
        lock (_lock)
        {
            while (_pending is null && !run.IsCancelled)
            {
                Monitor.Wait(_lock);
            }

            if (run.IsCancelled)
            {
                return null;
            }

            var input = _pending;
            _pending = null;
            return input;
        }
    }

    /// <summary>Somebody who waits was cancelled.</summary>
    public void WakeUp()
    {
        lock (_lock)
        {
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Forgets what waits.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _pending = null;
        }
    }
}

/// <summary>What a lane is given.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Stretch">Number of the unbroken stretch of the stream that it belongs to.</param>
/// <param name="IsAfterSkip">Whether a due frame before it was skipped.</param>
internal readonly record struct LaneInput(Frame Frame, int Stretch, bool IsAfterSkip);
