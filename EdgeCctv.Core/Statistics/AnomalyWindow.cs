namespace EdgeCctv.Core.Statistics;

/// <summary>How many of the last 1 000 analysed frames were anomalies. Not thread-safe; its owner locks.</summary>
internal sealed class AnomalyWindow
{
    public const int Size = 1000;

    // Bound: Size flags, a ring.
    private readonly bool[] _flags = new bool[Size];

    public long Analysed { get; private set; }

    public int Anomalies { get; private set; }

    public void Add(bool isAnomaly)
    {
        ref var oldest = ref _flags[Analysed++ % Size];
        Anomalies += (isAnomaly ? 1 : 0) - (oldest ? 1 : 0);
        oldest = isAnomaly;
    }

    public void Reset()
    {
        Array.Clear(_flags);
        (Analysed, Anomalies) = (0, 0);
    }
}
