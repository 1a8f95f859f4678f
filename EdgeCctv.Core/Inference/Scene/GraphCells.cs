using EdgeCctv.Core.Inference.Onnx;
using static EdgeCctv.Core.Inference.Onnx.OnnxAttribute;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>What moves in a picture, how fast, where to and how it looks, as means over cells; as nodes of a graph.</summary>
internal sealed class GraphCells
{
    private const float MaskLimit = 5;
    private const float MostFlow = 2;

    private readonly OnnxGraphBuilder _graph;
    private readonly GraphPicture _a;
    private readonly GraphPicture _b;
    private readonly GraphFlow _flow;
    private readonly GraphWideFlow _wide;
    private readonly GraphSmoothing _maskSmoothing;
    private readonly GraphPooling _small;
    private readonly GraphPooling _large;
    private readonly SceneGeometry _geometry;

    public GraphCells(OnnxGraphBuilder graph, SceneGeometry geometry, GraphPicture a, GraphPicture b)
    {
        var (width, height) = (geometry.Width, geometry.Height);
        (_graph, _geometry, _a, _b) = (graph, geometry, a, b);
        _flow = new GraphFlow(graph, width, height);
        _wide = new GraphWideFlow(graph, _a, _b, WideFlow.Halvings, WideFlow.Most);
        _maskSmoothing = new GraphSmoothing(graph, radius: 4, sigma: 2, width, height);
        _small = new GraphPooling(graph, SceneGeometry.SmallKernel, geometry.Small.Columns);
        _large = new GraphPooling(graph, SceneGeometry.LargeKernel, geometry.Large.Columns);
    }

    /// <returns>How much of the picture moved, and the means over small cells (3 channels) and large ones (10 channels).</returns>
    public (string Share, string Small, string Large) Means()
    {
        var moved = _flow.Strips.Select(Of).ToArray();
        var sum = moved.Length == 1 ? moved[0] : _graph.Apply("Sum", moved);
        return (_graph.Times(sum, 1f / (_geometry.Width * _geometry.Height)), _small.Sum(), _large.Sum());
    }

    // Adds the strip's share to the cells and returns how many of its pixels moved.
    private string Of(Strip strip)
    {
        var needed = _flow.Needed(strip);
        var (a, b) = (_a.Piece(needed), _b.Piece(needed));
        var change = b.Plane(_graph.Absolute(b.With(_graph.Minus(b.Pixels, a.Pixels)).Neighbour(0, 0)));
        var mask = _graph.IsAbove(_maskSmoothing.Plane(_maskSmoothing.Apply(change, needed, strip), strip), MaskLimit);
        var (u, v) = Masked(_flow.Of(a, b, strip, MostFlow), mask);
        var squared = Squared(u, v);
        var speed = _graph.Root(squared);
        var (wideU, wideV) = Masked(_wide.Of(strip), mask);
        var wideSpeed = _graph.Root(Squared(wideU, wideV));
        var (across, down) = Edges(_b.Piece(strip), mask);
        var (right, below) = (_graph.Positive(u), _graph.Positive(v));
        string Small(string plane) => _small.Across(plane, strip, strip);
        string Large(string plane) => _large.Across(plane, strip, strip);
        _small.Add(strip, Small(mask), Small(speed), Small(wideSpeed));
        _large.Add(
            strip,
            Large(mask),
            Large(speed),
            Large(right),
            Large(_graph.Minus(right, u)),
            Large(below),
            Large(_graph.Minus(below, v)),
            Large(squared),
            _large.Across(change, needed, strip),
            _large.Across(across, strip, strip, 0.25f),
            _large.Across(down, strip, strip, 0.25f));
        return _graph.Apply("ReduceSum", [_graph.Shaped(mask, -1), _graph.Constant(0)], Int("keepdims", 1));
    }

    private (string U, string V) Masked((string U, string V) flow, string mask) => (_graph.Times(flow.U, mask), _graph.Times(flow.V, mask));

    private string Squared(string u, string v) => _graph.Plus(_graph.Times(u, u), _graph.Times(v, v));

    /// <summary>How steep brightness is in both directions (Sobel) where something moved.</summary>
    private (string Across, string Down) Edges(GraphPiece picture, string mask)
    {
        // Both are differences of the four sums over 2 × 2 pixels around a pixel.
        var pairs = _graph.Plus(_graph.Part(picture.Pixels, 0, 0, -1), _graph.Part(picture.Pixels, 0, 1, long.MaxValue));
        var sums = picture.With(_graph.Plus(_graph.Part(pairs, 0, 0, -picture.Pitch), _graph.Part(pairs, 0, picture.Pitch, long.MaxValue)));
        var falling = _graph.Minus(sums.Neighbour(0, 0), sums.Neighbour(-1, -1));
        var rising = _graph.Minus(sums.Neighbour(-1, 0), sums.Neighbour(0, -1));
        string Edge(string slope) => _graph.Times(picture.Plane(_graph.Absolute(slope)), mask);
        return (Edge(_graph.Minus(falling, rising)), Edge(_graph.Plus(falling, rising)));
    }
}
