namespace EdgeCctv.Core.Inference.Scene;

/// <summary>Whether something is where hardly ever anything is. One thread at a time; allocates nothing per frame.</summary>
/// <param name="rare">How rare that is, per small cell.</param>
internal sealed class PlaceMap(float[] rare)
{
    /// <summary>Per small cell: 0 nothing is there, or often something is; 1 something is that never was.</summary>
    public float[] Cells { get; } = new float[rare.Length];

    /// <summary>Fills the map.</summary>
    /// <param name="presence">In which cells something is.</param>
    /// <param name="mask">Which cells count.</param>
    /// <returns>The mean of the cells that stand out most, 0 to 1.</returns>
    public float Compute(ReadOnlySpan<float> presence, ReadOnlySpan<float> mask)
    {
        for (var cell = 0; cell < Cells.Length; cell++)
        {
            Cells[cell] = mask[cell] * presence[cell] * rare[cell];
        }

        return CueMaps.MeanOfLargest(Cells);
    }
}
