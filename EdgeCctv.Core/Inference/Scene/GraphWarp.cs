using EdgeCctv.Core.Inference.Onnx;
using static EdgeCctv.Core.Inference.Onnx.OnnxAttribute;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// A picture, looked up where a flow says that each pixel went, bilinear; beyond its borders their pixels go on. The same as
/// GridSample, by four look-ups: several times as fast on the processor.
/// </summary>
internal sealed class GraphWarp
{
    private readonly OnnxGraphBuilder _graph;
    private readonly int _width;
    private readonly int _height;
    private readonly string _pixels;
    private readonly string[] _corners;
    private readonly string _rows;

    public GraphWarp(OnnxGraphBuilder graph, GraphPicture picture)
    {
        (_graph, _width, _height) = (graph, picture.Width, picture.Height);
        _pixels = graph.Shaped(picture.Plane, -1);
        _corners = [.. new[] { 1, _width, _width + 1 }.Select(offset => graph.Constant<int>([], [offset]))];
        var rows = GraphPiece.RowsOf(_height);
        _rows = Own(-GraphPiece.Edge, rows, _height, [1, 1, rows, 1]);
    }

    /// <summary>A strip of it with its border.</summary>
    /// <param name="u">How far each pixel went to the right, the border's included, <c>[1, 1, rows, pitch]</c>.</param>
    /// <param name="v">The same downwards.</param>
    /// <param name="strip">Which one.</param>
    public GraphPiece Piece(string u, string v, Strip strip)
    {
        var columns = GraphPiece.PitchOf(strip);
        var (column, fromLeft) = Place(u, Own(strip.First - GraphPiece.Side, columns, _width, [1, 1, 1, columns]), _width);
        var (row, fromTop) = Place(v, _rows, _height);
        var place = _graph.Shaped(_graph.Apply("Cast", [_graph.Plus(_graph.Times(row, _width), column)], Int("to", (long)OnnxType.Int32)), -1);
        var (left, top) = (_graph.Shaped(fromLeft, -1), _graph.Shaped(fromTop, -1));
        string Look(string at) => _graph.Apply("GatherElements", [_pixels, at], Int("axis", 0));
        string Between(string from, string to, string share) => _graph.Plus(from, _graph.Times(share, _graph.Minus(to, from)));
        string Corner(int corner) => Look(_graph.Plus(place, _corners[corner]));
        var mixed = Between(Between(Look(place), Corner(0), left), Between(Corner(1), Corner(2), left), top);
        return new GraphPiece(_graph, mixed, strip, _height);
    }

    // The border's pixels are where those are that they mirror.
    private string Own(int first, int count, int length, ReadOnlySpan<long> shape) => _graph.Constant<float>(
        shape, [.. Enumerable.Range(first, count).Select(index => (float)Reflection.Of(index, length))]);

    // The pixel before the place and the distance from it; at the far border the last pixel but one.
    private (string Pixel, string Distance) Place(string flow, string own, int length)
    {
        var place = _graph.Clamped(_graph.Plus(flow, own), 0, length - 1);
        var pixel = _graph.Apply("Clip", [_graph.Apply("Floor", [place]), "", _graph.Constant((float)(length - 2))]);
        return (pixel, _graph.Minus(place, pixel));
    }
}
