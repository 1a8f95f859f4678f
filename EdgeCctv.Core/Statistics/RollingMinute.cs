namespace EdgeCctv.Core.Statistics;

/// <summary>What happened in the last minute, oldest first. Not thread-safe; its owner locks.</summary>
internal sealed class RollingMinute<T>
{
    // Bound: one minute of ten screens at 30 frames a second; beyond that the oldest give way. The largest value kept so takes 48 bytes
    // with its time: 1.6 MB at the very most, 0.1 MB for one screen.
    private const int Capacity = 18_000;
    private readonly Queue<(TimeSpan At, T Value)> _values = new();

    /// <param name="at">When, on a scale that only goes forward.</param>
    /// <param name="value">What happened.</param>
    public void Add(TimeSpan at, T value)
    {
        Forget(at);
        if (_values.Count == Capacity)
        {
            _values.Dequeue();
        }

        _values.Enqueue((at, value));
    }

    /// <summary>A copy of what is not older than a minute, so that it can be worked on without the owner's lock.</summary>
    public T[] Read(TimeSpan at)
    {
        Forget(at);
        return [.. _values.Select(one => one.Value)];
    }

    public void Reset() => _values.Clear();

    private void Forget(TimeSpan at)
    {
        while (_values.TryPeek(out var oldest) && at - oldest.At > RollingPercentiles.Window)
        {
            _values.Dequeue();
        }
    }
}
