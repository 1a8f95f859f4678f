namespace EdgeCctv.Core.Inference.Lanes;

/// <summary>Counts the threads of all lanes, and those among them that were given up and have not come back. Thread-safe.</summary>
internal sealed class LaneThreads
{
    // An object, since a Lock cannot be waited on.
    private readonly object _lock = new();
    private int _running;
    private int _lost;

    public int Lost => Volatile.Read(ref _lost);

    public void OnStarted()
    {
        lock (_lock)
        {
            _running++;
        }
    }

    public void OnEnded()
    {
        lock (_lock)
        {
            _running--;
            Monitor.PulseAll(_lock);
        }
    }

    /// <returns>How many are lost now.</returns>
    public int OnLost() => Interlocked.Increment(ref _lost);

    /// <returns>How many are lost now.</returns>
    public int OnReturned() => Interlocked.Decrement(ref _lost);

    /// <summary>Waits until those that are not lost have ended, but not for longer than this.</summary>
    public void Await(TimeSpan patience)
    {
        // The machine's own time: it is about threads, which know no other.
        var began = TimeProvider.System.GetTimestamp();
        lock (_lock)
        {
            while (_running > Lost && patience - TimeProvider.System.GetElapsedTime(began) is var rest && rest > TimeSpan.Zero)
            {
                Monitor.Wait(_lock, rest);
            }
        }
    }
}
