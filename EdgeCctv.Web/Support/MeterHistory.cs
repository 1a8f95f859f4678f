namespace EdgeCctv.Web.Support;

/// <summary>The samples of the last five minutes, one for all who look. Thread-safe.</summary>
public sealed class MeterHistory
{
    /// <summary>Bound: five minutes of one sample a second, 40 bytes each.</summary>
    public const int Capacity = 300;

    private readonly Lock _lock = new();
    private readonly Queue<MeterSample> _samples = new(Capacity);
    private long _count;

    /// <summary>How many samples there ever were: ask it to know whether there is anything new.</summary>
    public long Count => Interlocked.Read(ref _count);

    public void Add(MeterSample sample)
    {
        lock (_lock)
        {
            if (_samples.Count == Capacity)
            {
                _samples.Dequeue();
            }

            _samples.Enqueue(sample);
            Interlocked.Increment(ref _count);
        }
    }

    /// <summary>A copy, oldest first.</summary>
    public IReadOnlyList<MeterSample> Read()
    {
        lock (_lock)
        {
            return [.. _samples];
        }
    }
}
