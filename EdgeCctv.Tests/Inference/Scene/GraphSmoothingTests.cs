using EdgeCctv.Core.Inference.Onnx;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Tests.Inference.Onnx;

namespace EdgeCctv.Tests.Inference.Scene;

public sealed class GraphSmoothingTests
{
    // Of these heights one is a whole number of blocks, others leave one row or many over, and one is a single block.
    [Theory]
    [InlineData(7, 3, 64, 90)]
    [InlineData(7, 3, 71, 32)]
    [InlineData(4, 2, 47, 100)]
    [InlineData(4, 2, 89, 76)]
    public void Apply_AnySize_IsTheGaussianWithMirroredBorders(int radius, double sigma, int width, int height)
    {
        var random = new Random(3);
        float[] pixels = [.. Enumerable.Range(0, width * height).Select(_ => (float)random.Next(256))];
        var graph = new OnnxGraphBuilder("smoothing").Input("x", 1, 1, height, width).Output("y", 1, 1, height, width);
        var smoothing = new GraphSmoothing(graph, radius, sigma, width, height);
        graph.Node("Identity", [smoothing.Whole(new GraphPicture(graph, "x", width, height))], ["y"]);

        var smoothed = OnnxRun.Floats(graph, ("x", [1, 1, height, width], pixels))["y"];

        Near.Assert(LiteralPlane.Of(width, height, pixels).Smoothed(radius, sigma), smoothed, 1e-4);
    }
}
