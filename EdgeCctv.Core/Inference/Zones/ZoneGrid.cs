using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Core.Inference.Zones;

/// <summary>Where the cells of a map lie in the picture.</summary>
/// <param name="Columns">Cells in a row, above 0.</param>
/// <param name="Rows">Rows of cells, above 0.</param>
/// <param name="First">Centre of the first cell, upper left.</param>
/// <param name="Step">From one centre to the next, in both directions.</param>
public readonly record struct ZoneGrid(int Columns, int Rows, ZonePoint First, ZonePoint Step)
{
    /// <summary>The map of a scene's small cells.</summary>
    public static ZoneGrid Small(SceneGeometry geometry) => Of(geometry, geometry.Small, SceneGeometry.SmallKernel);

    /// <summary>The map of a scene's large cells.</summary>
    public static ZoneGrid Large(SceneGeometry geometry) => Of(geometry, geometry.Large, SceneGeometry.LargeKernel);

    /// <summary>The centre of a cell.</summary>
    public ZonePoint Centre(int column, int row) => new(First.X + (column * Step.X), First.Y + (row * Step.Y));

    private static ZoneGrid Of(SceneGeometry geometry, (int Columns, int Rows) cells, int kernel) => new(
        cells.Columns, cells.Rows, Share(geometry, kernel / 2), Share(geometry, SceneGeometry.Stride));

    private static ZonePoint Share(SceneGeometry geometry, int pixels) => new((double)pixels / geometry.Width, (double)pixels / geometry.Height);
}
