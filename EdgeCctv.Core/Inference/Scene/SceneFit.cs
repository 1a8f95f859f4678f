namespace EdgeCctv.Core.Inference.Scene;

/// <summary>What is normal in some video, without the scale of the cues. Immutable.</summary>
internal sealed record SceneFit(float[] Speed, float[] WideSpeed, float[] Perspective, ShapeFit Shape)
{
    public static SceneFit Of(IReadOnlyList<SampleBlock> blocks, SceneGeometry geometry)
    {
        var perspective = PerspectiveFit.Of(
            LargeSpeeds(blocks, geometry), geometry, SceneGeometry.LargeKernel, geometry.Large.Columns, geometry.Large.Rows);
        return new SceneFit(
            UsualSpeed(blocks, geometry, 1), UsualSpeed(blocks, geometry, 2), perspective, ShapeFit.Of(blocks, perspective));
    }

    public static SceneFit Of(SceneModel model) =>
        new(model.Speed, model.WideSpeed, model.Perspective, new ShapeFit(model.Mean, model.Deviation, model.Precision));

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
