namespace EdgeCctv.Core.Inference.Scene;

/// <summary>Which cells count: 1, or 0 where a zone silences them. Immutable.</summary>
internal sealed record CellMask(float[] Small, float[] Large)
{
    /// <summary>Every cell counts.</summary>
    public static CellMask All(SceneGeometry geometry) =>
        new(Ones(geometry.Small.Columns * geometry.Small.Rows), Ones(geometry.Large.Columns * geometry.Large.Rows));

    private static float[] Ones(int count)
    {
        var ones = new float[count];
        Array.Fill(ones, 1f);
        return ones;
    }
}
