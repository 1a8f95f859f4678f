namespace EdgeCctv.Core.Inference.Scene;

/// <summary>The maps of the last seven pairs and their mean; fewer at the start of a stream. One thread at a time.</summary>
internal sealed class CellHistory
{
    /// <summary>Pairs that the mean goes over.</summary>
    public const int Length = 7;

    private readonly CellMaps[] _ring;
    private int _next;

    public CellHistory(SceneGeometry geometry)
    {
        _ring = [.. Enumerable.Range(0, Length).Select(_ => new CellMaps(geometry))];
        Mean = new CellMaps(geometry);
    }

    /// <summary>Pairs that the mean goes over now.</summary>
    public int Count { get; private set; }

    public CellMaps Mean { get; }

    /// <summary>Takes up a copy of the maps of the next pair.</summary>
    public void Push(CellMaps pair)
    {
        pair.CopyTo(_ring[_next]);
        _next = (_next + 1) % Length;
        Count = Math.Min(Count + 1, Length);
        Mean.Clear();
        // Added up anew each time, the oldest first: a running sum would drift over days.
        for (var i = Count; i > 0; i--)
        {
            Mean.Add(_ring[(_next - i + Length) % Length]);
        }

        Mean.Scale(1f / Count);
    }

    public void Clear() => (Count, _next) = (0, 0);
}
