using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>The sizes of a scene's analysis picture and of its maps of cells.</summary>
/// <param name="Width">Of the picture in pixels, even, at least <see cref="Least"/>.</param>
/// <param name="Height">Of the picture in pixels, even, at least <see cref="Least"/>.</param>
public readonly record struct SceneGeometry(int Width, int Height)
{
    /// <summary>The distance between neighbouring cells in pixels, in both directions.</summary>
    public const int Stride = 6;

    /// <summary>Side of a small cell in pixels; small cell j is centred at 6j + 6.</summary>
    public const int SmallKernel = 12;

    /// <summary>Side of a large cell in pixels; large cell j is centred at 6j + 13.</summary>
    public const int LargeKernel = 26;

    /// <summary>Smaller pictures have too few cells to learn from.</summary>
    public const int Least = 64;

    /// <summary>The geometry for pictures of this size, as the capture scales them unless the configuration says otherwise.</summary>
    public static SceneGeometry For(int width, int height)
    {
        var size = AnalysisSize.Of(width, height);
        return new SceneGeometry(size.Width, size.Height);
    }

    /// <summary>Columns and rows of the map of small cells.</summary>
    public (int Columns, int Rows) Small => Cells(SmallKernel);

    /// <summary>Columns and rows of the map of large cells.</summary>
    public (int Columns, int Rows) Large => Cells(LargeKernel);

    private (int Columns, int Rows) Cells(int kernel) => (((Width - kernel) / Stride) + 1, ((Height - kernel) / Stride) + 1);
}
