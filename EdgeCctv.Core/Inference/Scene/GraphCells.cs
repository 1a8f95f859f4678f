using EdgeCctv.Core.Inference.Onnx;
using static EdgeCctv.Core.Inference.Onnx.OnnxAttribute;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>What moves in a picture, how fast, where to and how it looks, as means over cells; as nodes of a graph.</summary>
internal sealed class GraphCells(OnnxGraphBuilder graph, SceneGeometry geometry)
{
    private const float MaskLimit = 5;
    private const float MostFlow = 2;

    private readonly GraphFlow _flow = new(graph);
    private readonly GraphSmoothing _maskSmoothing = new(graph, radius: 4, sigma: 2);

    /// <returns>1 where the picture moved, and the means over small cells (3 channels) and large ones (10 channels).</returns>
    public (string Mask, string Small, string Large) Of(string a, string b)
    {
        var (width, height) = (geometry.Width, geometry.Height);
        var change = graph.Absolute(graph.Minus(b, a));
        var mask = graph.IsAbove(_maskSmoothing.Apply(change, 1, height, width), MaskLimit);
        var (u, v) = Masked(_flow.OneLevel(a, b, width, height, MostFlow), mask);
        var squared = graph.Plus(graph.Times(u, u), graph.Times(v, v));
        var speed = graph.Root(squared);
        var (wideU, wideV) = Masked(_flow.RoughToFine(a, b, width, height, WideFlow.Halvings, WideFlow.Most), mask);
        var wideSpeed = graph.Root(graph.Plus(graph.Times(wideU, wideU), graph.Times(wideV, wideV)));
        var (edgesAcross, edgesDown) = Edges(b, mask);
        var large = graph.Joined(
            1, mask, speed, graph.Positive(u), graph.Positive(graph.Negated(u)), graph.Positive(v), graph.Positive(graph.Negated(v)),
            squared, change, edgesAcross, edgesDown);
        return (mask, PooledSmall(graph.Joined(1, mask, speed, wideSpeed)), Pooled(large, SceneGeometry.LargeKernel));
    }

    private (string U, string V) Masked((string U, string V) flow, string mask) => (graph.Times(flow.U, mask), graph.Times(flow.V, mask));

    /// <summary>How steep brightness is in both directions (Sobel, a quarter of its usual size) where something moved.</summary>
    private (string Across, string Down) Edges(string picture, string mask)
    {
        var bordered = _flow.Bordered(picture);
        var share = graph.Times(mask, 0.25f);
        return (Edge(2, 3), Edge(3, 2));

        // Smoothed 1-2-1 along one axis, then the difference of the neighbours along the other.
        string Edge(int along, int across)
        {
            var ends = graph.Plus(graph.Part(bordered, along, 0, -2), graph.Part(bordered, along, 2, long.MaxValue));
            var smoothed = graph.Plus(ends, graph.Times(graph.Part(bordered, along, 1, -1), 2));
            var slope = graph.Minus(graph.Part(smoothed, across, 2, long.MaxValue), graph.Part(smoothed, across, 0, -2));
            return graph.Times(graph.Absolute(slope), share);
        }
    }

    /// <summary>Means over small cells.</summary>
    public string PooledSmall(string channels) => Pooled(channels, SceneGeometry.SmallKernel);

    // Down, then across: the same mean, twenty times as fast as over squares.
    private string Pooled(string channels, int kernel) => graph.Apply(
        "AveragePool",
        [graph.Apply("AveragePool", [channels], Ints("kernel_shape", kernel, 1), Ints("strides", SceneGeometry.Stride, 1))],
        Ints("kernel_shape", 1, kernel),
        Ints("strides", 1, SceneGeometry.Stride));
}
