namespace EdgeCctv.Core.Inference.Scene;

/// <summary>Counts in how many frames each small cell was active. One thread at a time.</summary>
internal sealed class CellTally(SceneGeometry geometry)
{
    private readonly int[] _counts = new int[geometry.Small.Columns * geometry.Small.Rows];

    /// <summary>Cells that were active often enough to tell the usual speed there.</summary>
    public int UsableCells { get; private set; }

    /// <returns>Whether any cell is active.</returns>
    public bool Add(CellMaps maps)
    {
        var any = false;
        for (var cell = 0; cell < _counts.Length; cell++)
        {
            if (maps.Small[cell] > SceneMaps.Active)
            {
                any = true;
                UsableCells += ++_counts[cell] == PerspectiveFit.LeastSamples ? 1 : 0;
            }
        }

        return any;
    }
}
