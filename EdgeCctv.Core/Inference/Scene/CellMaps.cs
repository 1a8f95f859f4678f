namespace EdgeCctv.Core.Inference.Scene;

/// <summary>The channels of the maps of cells: of one pair of frames, or their mean over several pairs. One channel after the other.</summary>
internal sealed class CellMaps
{
    /// <summary>Channels on the small cells: movement (c0), its speed by one level of flow (c1) and by three (e1).</summary>
    public const int SmallChannels = 3;

    /// <summary>Channels on the large cells: c0 to c9.</summary>
    public const int LargeChannels = 10;

    public CellMaps(SceneGeometry geometry)
    {
        SmallCells = geometry.Small.Columns * geometry.Small.Rows;
        LargeCells = geometry.Large.Columns * geometry.Large.Rows;
        Small = new float[SmallChannels * SmallCells];
        Large = new float[LargeChannels * LargeCells];
    }

    public int SmallCells { get; }

    public int LargeCells { get; }

    public float[] Small { get; }

    public float[] Large { get; }

    /// <summary>The share of pixels that moved in a pair, 0 to 1.</summary>
    public float MotionShare { get; set; }

    public Span<float> SmallChannel(int channel) => Small.AsSpan(channel * SmallCells, SmallCells);

    public Span<float> LargeChannel(int channel) => Large.AsSpan(channel * LargeCells, LargeCells);

    public void Clear()
    {
        Array.Clear(Small);
        Array.Clear(Large);
        MotionShare = 0;
    }

    /// <summary>The channels of another one times a factor; its <see cref="MotionShare"/> is left alone.</summary>
    public void SetToShare(CellMaps other, float factor)
    {
        other.Small.CopyTo(Small, 0);
        other.Large.CopyTo(Large, 0);
        Planes.Scale(Small, factor);
        Planes.Scale(Large, factor);
    }
}
