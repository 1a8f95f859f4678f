using EdgeCctv.Core.Inference.Onnx;

namespace EdgeCctv.Tests.Measurements;

/// <summary>A model of YOLOX's shape that finds nothing, with about as many multiplications as its smallest one.</summary>
internal static class YoloXWork
{
    private const int Side = 416;

    public static OnnxGraphBuilder Graph()
    {
        var graph = new OnnxGraphBuilder("detector").Input("images", 1, 3, Side, Side);
        var features = "images";
        long channels = 3;
        foreach (var (to, stride) in new[] { (24L, 2L), (48, 2), (96, 2), (96, 1) })
        {
            var weights = graph.Constant<float>([to, channels, 3, 3], new float[to * channels * 9]);
            features = graph.Apply(
                "Conv", [features, weights], OnnxAttribute.Ints("pads", 1, 1, 1, 1), OnnxAttribute.Ints("strides", stride, stride));
            channels = to;
        }

        var head = graph.Constant<float>([85, channels, 1, 1], new float[85 * channels]);
        var grids = new[] { 1L, 2, 4 }.Select(stride =>
        {
            var pooled = graph.Apply("MaxPool", [features], OnnxAttribute.Ints("kernel_shape", stride, stride), OnnxAttribute.Ints("strides", stride, stride));
            return graph.Apply("Reshape", [graph.Apply("Conv", [pooled, head]), graph.Constant(1, 85, -1)]);
        }).ToArray();
        var all = graph.Apply("Concat", grids, OnnxAttribute.Int("axis", 2));
        return graph.Node("Transpose", [all], ["output"], OnnxAttribute.Ints("perm", 0, 2, 1)).Output("output", 1, 3549, 85);
    }
}
