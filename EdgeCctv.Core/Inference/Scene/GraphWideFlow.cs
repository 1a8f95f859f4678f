using EdgeCctv.Core.Inference.Onnx;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// Optical flow from rough to fine as nodes of a graph: the motion in pictures of half the size (which comes from half of theirs),
/// then what is left of it.
/// </summary>
internal sealed class GraphWideFlow
{
    // What a finer level may add to what the rougher one found, in pixels.
    private const float MostRest = 2;

    private readonly OnnxGraphBuilder _graph;
    private readonly GraphPicture _a;
    private readonly GraphPicture _b;
    private readonly float _most;
    private readonly GraphFlow _flow;
    private readonly Rougher? _rougher;

    /// <param name="graph">Where the nodes go.</param>
    /// <param name="a">The earlier picture.</param>
    /// <param name="b">The later one.</param>
    /// <param name="halvings">How many times they are halved.</param>
    /// <param name="most">The largest component of the flow, in pixels.</param>
    public GraphWideFlow(OnnxGraphBuilder graph, GraphPicture a, GraphPicture b, int halvings, float most)
    {
        (_graph, _a, _b, _most) = (graph, a, b, most);
        _flow = new GraphFlow(graph, a.Width, a.Height);
        if (halvings > 0)
        {
            var (u, v) = new GraphWideFlow(graph, a.Halved(), b.Halved(), halvings - 1, most / 2).Whole();
            _rougher = new Rougher(
                new GraphDoubling(graph, u, a.Width, a.Height), new GraphDoubling(graph, v, a.Width, a.Height), new GraphWarp(graph, b));
        }
    }

    /// <summary>The flow in the whole pictures, <c>[1, 1, height, width]</c>.</summary>
    public (string U, string V) Whole()
    {
        var flows = _flow.Strips.Select(Of).ToArray();
        return (Whole(flows.Select(flow => flow.U)), Whole(flows.Select(flow => flow.V)));
    }

    /// <summary>The flow in a strip, <c>[1, 1, height, pitch]</c>; the first and the last column mean nothing.</summary>
    public (string U, string V) Of(Strip strip)
    {
        var needed = _flow.Needed(strip);
        if (_rougher is null)
        {
            return _flow.Of(_a.Piece(needed), _b.Piece(needed), strip, _most);
        }

        var (u, v) = (_rougher.U.Piece(needed), _rougher.V.Piece(needed));
        var (restU, restV) = _flow.Of(_a.Piece(needed), _rougher.Warp.Piece(u, v, needed), strip, MostRest);
        return (Added(u, restU, needed, strip), Added(v, restV, needed, strip));
    }

    private string Whole(IEnumerable<string> strips)
    {
        var own = strips.Select(strip => _graph.Part(strip, 3, GraphPiece.Side, -GraphPiece.Side)).ToArray();
        return own.Length == 1 ? own[0] : _graph.Joined(3, own);
    }

    private string Added(string rough, string rest, Strip needed, Strip strip)
    {
        var first = strip.First - needed.First;
        var own = _graph.Apply(
            "Slice",
            [
                rough,
                _graph.Constant(GraphPiece.Edge, first),
                _graph.Constant(GraphPiece.Edge + _a.Height, first + GraphPiece.PitchOf(strip)),
                _graph.Constant(2, 3),
            ]);
        return _graph.Clamped(_graph.Plus(own, rest), -_most, _most);
    }

    private sealed record Rougher(GraphDoubling U, GraphDoubling V, GraphWarp Warp);
}
