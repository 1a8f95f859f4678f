using EdgeCctv.Core.Inference.Onnx;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Tests.Inference.Onnx;

namespace EdgeCctv.Tests.Inference.Scene;

public sealed class GraphFlowTests
{
    private static readonly SceneGeometry Geometry = new(76, 66);

    [Fact]
    public void OneLevel_MovingThings_IsTheFlowWrittenDown()
    {
        var (a, b) = (ScenePictures.Of(Geometry, 1), ScenePictures.Of(Geometry, 2));
        var (expectedU, expectedV) = LiteralScene.Flow(a.Plane(), b.Plane(), 2);

        var (u, v) = Run(a.Floats(), b.Floats(), (flow, width, height) => flow.OneLevel("a", "b", width, height, 2));

        Near.Assert(expectedU, u, 1e-4);
        Near.Assert(expectedV, v, 1e-4);
    }

    [Fact]
    public void TwoLevels_MovingThings_IsTheFlowWrittenDown()
    {
        var (a, b) = (ScenePictures.Of(Geometry, 1), ScenePictures.Of(Geometry, 2));
        var (expectedU, expectedV) = LiteralScene.WideFlow(a.Plane(), b.Plane());

        var (u, v) = Run(a.Floats(), b.Floats(), (flow, width, height) => flow.TwoLevels("a", "b", width, height));

        Near.Assert(expectedU, u, 1e-3);
        Near.Assert(expectedV, v, 1e-3);
    }

    [Fact]
    public void OneLevel_WholePictureMovesALittle_SaysWhereTo()
    {
        var (u, v) = Run(Waves(0, 0), Waves(0.5, -0.3), (flow, width, height) => flow.OneLevel("a", "b", width, height, 2));

        Assert.InRange(u.Average(), 0.45f, 0.55f);
        Assert.InRange(v.Average(), -0.35f, -0.25f);
    }

    [Fact]
    public void TwoLevels_WholePictureMovesThreePixels_SeesMoreThanOneLevelCan()
    {
        var (wide, _) = Run(Waves(0, 0), Waves(3, 0), (flow, width, height) => flow.TwoLevels("a", "b", width, height));
        var (narrow, _) = Run(Waves(0, 0), Waves(3, 0), (flow, width, height) => flow.OneLevel("a", "b", width, height, 2));

        Assert.InRange(wide.Average(), 2.7f, 3.3f);
        Assert.True(narrow.Average() <= 2, $"{narrow.Average()}");
    }

    // Long waves in both directions, moved right and down.
    private static float[] Waves(double right, double down) =>
    [
        .. from y in Enumerable.Range(0, Geometry.Height)
           from x in Enumerable.Range(0, Geometry.Width)
           select (float)(128 + (50 * Math.Sin(0.25 * (x - right))) + (50 * Math.Cos(0.3 * (y - down)))),
    ];

    private static (float[] U, float[] V) Run(float[] a, float[] b, Func<GraphFlow, int, int, (string U, string V)> build)
    {
        long[] shape = [1, 1, Geometry.Height, Geometry.Width];
        var graph = new OnnxGraphBuilder("flow").Input("a", shape).Input("b", shape).Output("u", shape).Output("v", shape);
        var (u, v) = build(new GraphFlow(graph), Geometry.Width, Geometry.Height);
        graph.Node("Identity", [u], ["u"]).Node("Identity", [v], ["v"]);
        var outputs = OnnxRun.Floats(graph, ("a", shape, a), ("b", shape, b));
        return (outputs["u"], outputs["v"]);
    }
}
