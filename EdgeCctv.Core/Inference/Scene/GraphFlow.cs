using EdgeCctv.Core.Inference.Onnx;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>Optical flow of one level (Lucas and Kanade) as nodes of a graph, strip by strip.</summary>
internal sealed class GraphFlow(OnnxGraphBuilder graph, int width, int height)
{
    // Where there is no texture the flow goes to zero rather than anywhere.
    private const float Damping = 2;

    // A slope is half the difference of the neighbours in the mean of both pictures, which is half their sum. Nobody divides: what is
    // made of two slopes is so many times too large, and the last division makes up for it.
    private const float Slope = 4;
    private const float Squared = Slope * Slope;

    private readonly GraphSmoothing _smoothing = new(graph, radius: 7, sigma: 3, width, height);
    private readonly string _damping = graph.Constant(Damping * Squared);
    private readonly string _least = graph.Constant(Squared * Squared);
    private readonly string _slope = graph.Constant(Slope);

    public IReadOnlyList<Strip> Strips { get; } = Strip.Of(width);

    /// <summary>What must be known of the pictures for the flow of a strip.</summary>
    public Strip Needed(Strip strip) => _smoothing.Needed(strip);

    /// <summary>The flow in a strip, <c>[1, 1, height, pitch]</c>, pixels per frame, right and down positive; the first and the last column are 0.</summary>
    /// <param name="a">Of the earlier picture what is <see cref="Needed"/>.</param>
    /// <param name="b">The same of the later one.</param>
    /// <param name="strip">What is wanted.</param>
    /// <param name="most">The largest size of each component.</param>
    public (string U, string V) Of(GraphPiece a, GraphPiece b, Strip strip, float most)
    {
        var sum = a.With(graph.Plus(a.Pixels, b.Pixels));
        var ix = sum.Plane(graph.Minus(sum.Neighbour(1, 0), sum.Neighbour(-1, 0)));
        var iy = sum.Plane(graph.Minus(sum.Neighbour(0, 1), sum.Neighbour(0, -1)));
        var it = sum.Plane(a.With(graph.Minus(b.Pixels, a.Pixels)).Neighbour(0, 0));
        string Sum(string one, string other) => _smoothing.Apply(graph.Times(one, other), a.Strip, strip);
        var (xx, yy) = (graph.Plus(Sum(ix, ix), _damping), graph.Plus(Sum(iy, iy), _damping));
        var (xy, xt, yt) = (Sum(ix, iy), Sum(ix, it), Sum(iy, it));
        var determinant = graph.Apply("Clip", [graph.Minus(graph.Times(xx, yy), graph.Times(xy, xy)), _least]);
        var share = graph.Over(_slope, determinant);
        string Solved(string own, string other, string square) => _smoothing.Plane(
            graph.Clamped(graph.Times(graph.Minus(graph.Times(xy, other), graph.Times(square, own)), share), -most, most), strip);
        return (Solved(xt, yt, yy), Solved(yt, xt, xx));
    }
}
