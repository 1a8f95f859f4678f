namespace EdgeCctv.Core.Inference.Scene;

/// <summary>What is normal in some video, without the scale of the cues. Immutable.</summary>
internal sealed record SceneFit(float[] Speed, float[] WideSpeed, float[] Perspective, ShapeFit Shape, float[] Rare)
{
    public static SceneFit Of(IReadOnlyList<SampleBlock> blocks, SceneGeometry geometry, double framesPerSecond)
    {
        var perspective = PerspectiveFit.Of(
            LargeSpeeds(blocks, geometry), geometry, SceneGeometry.LargeKernel, geometry.Large.Columns, geometry.Large.Rows);
        return new SceneFit(
            UsualSpeed(blocks, geometry, 1), UsualSpeed(blocks, geometry, 2), perspective, ShapeFit.Of(blocks, perspective), PlaceFit.Of(blocks, geometry, framesPerSecond));
    }

    public static SceneFit Of(SceneModel model) =>
        new(model.Speed, model.WideSpeed, model.Perspective, new ShapeFit(model.Mean, model.Deviation, model.Precision), model.Rare);

    private static float[] UsualSpeed(IReadOnlyList<SampleBlock> blocks, SceneGeometry geometry, int channel)
    {
        var (columns, rows) = geometry.Small;
        var samples = SpeedSamples.Collect(blocks, block => block.Small, CellMaps.SmallChannels, channel, columns * rows);
        var speeds = PerspectiveFit.Of(samples, geometry, SceneGeometry.SmallKernel, columns, rows);
        ResidualFit.Apply(samples, speeds, columns, rows);
        return speeds;
    }

    private static SpeedSamples LargeSpeeds(IReadOnlyList<SampleBlock> blocks, SceneGeometry geometry) =>
        SpeedSamples.Collect(
            blocks, block => block.Large, CellMaps.LargeChannels, 1, geometry.Large.Columns * geometry.Large.Rows);
}
