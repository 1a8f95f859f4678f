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

        var (u, v) = Run(a.Floats(), b.Floats(), halvings: 0, most: 2);

        Near.Assert(expectedU, u, 1e-4);
        Near.Assert(expectedV, v, 1e-4);
    }

    // Things move so far that what a level may add is at its limit in places. 66 rows are 33 and 16 at the rougher levels: of an
    // odd one the last row has no counterpart.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void RoughToFine_MovingThings_IsTheFlowWrittenDown(int halvings)
    {
        var (a, b) = (ScenePictures.Of(Geometry, 1), ScenePictures.Of(Geometry, 4));
        var (expectedU, expectedV) = LiteralScene.WideFlow(a.Plane(), b.Plane(), halvings, 8);

        var (u, v) = Run(a.Floats(), b.Floats(), halvings, most: 8);

        Near.Assert(expectedU, u, 1e-3);
        Near.Assert(expectedV, v, 1e-3);
    }

    [Fact]
    public void OneLevel_WholePictureMovesALittle_SaysWhereTo()
    {
        var (u, v) = Run(Waves(0, 0), Waves(0.5, -0.3), halvings: 0, most: 2);

        Assert.InRange(u.Average(), 0.45f, 0.55f);
        Assert.InRange(v.Average(), -0.35f, -0.25f);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 6)]
    public void RoughToFine_WholePictureMovesFar_SaysHowFar(int halvings, double right)
    {
        var (u, v) = Run(Waves(0, 0), Waves(right, 0), halvings, most: 8);

        Assert.InRange(u.Average(), 0.95 * right, 1.05 * right);
        Assert.InRange(v.Average(), -0.1f, 0.1f);
    }

    // Long waves in both directions, moved right and down.
    private static float[] Waves(double right, double down) =>
    [
        .. from y in Enumerable.Range(0, Geometry.Height)
           from x in Enumerable.Range(0, Geometry.Width)
           select (float)(128 + (50 * Math.Sin(0.25 * (x - right))) + (50 * Math.Cos(0.3 * (y - down)))),
    ];

    private static (float[] U, float[] V) Run(float[] a, float[] b, int halvings, float most)
    {
        long[] shape = [1, 1, Geometry.Height, Geometry.Width];
        var graph = new OnnxGraphBuilder("flow").Input("a", shape).Input("b", shape).Output("u", shape).Output("v", shape);
        GraphPicture Picture(string name) => new(graph, name, Geometry.Width, Geometry.Height);
        var (u, v) = new GraphWideFlow(graph, Picture("a"), Picture("b"), halvings, most).Whole();
        graph.Node("Identity", [u], ["u"]).Node("Identity", [v], ["v"]);
        var outputs = OnnxRun.Floats(graph, ("a", shape, a), ("b", shape, b));
        return (outputs["u"], outputs["v"]);
    }
}
