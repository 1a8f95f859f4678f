namespace EdgeCctv.Core.Inference.Scene;

/// <summary>The maps of the last seven pairs and their mean; fewer at the start of a stream. One thread at a time.</summary>
internal sealed class CellHistory
{
    /// <summary>Pairs that the mean goes over.</summary>
    public const int Length = 7;

    private readonly CellMaps _sum;
    private readonly MapHistory _small;
    private readonly MapHistory _large;

    public CellHistory(SceneGeometry geometry)
    {
        (_sum, Mean) = (new CellMaps(geometry), new CellMaps(geometry));
        (_small, _large) = (new MapHistory(_sum.Small, Length), new MapHistory(_sum.Large, Length));
    }

    /// <summary>Whether the mean goes over as many pairs as it should.</summary>
    public bool IsFull => _small.IsFull;

    public CellMaps Mean { get; }

    /// <summary>Takes up a copy of the maps of the next pair.</summary>
    public void Push(CellMaps pair)
    {
        _small.Push(pair.Small);
        _large.Push(pair.Large);
        Mean.SetToShare(_sum, 1f / _small.Count);
    }

    public void Clear()
    {
        _small.Clear();
        _large.Clear();
    }
}
