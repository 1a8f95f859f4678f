using EdgeCctv.Core.Inference.Onnx;
using static EdgeCctv.Core.Inference.Onnx.OnnxAttribute;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>A picture in a graph, <c>[1, 1, height, width]</c>, and the pieces it is cut into.</summary>
internal sealed class GraphPicture(OnnxGraphBuilder graph, string plane, int width, int height)
{
    private readonly Dictionary<Strip, GraphPiece> _pieces = [];
    private string? _bordered;

    public string Plane => plane;

    public int Width => width;

    public int Height => height;

    /// <summary>A strip with its border, mirrored where the picture ends without repeating the edge.</summary>
    public GraphPiece Piece(Strip strip)
    {
        if (!_pieces.TryGetValue(strip, out var piece))
        {
            _bordered ??= graph.Apply(
                "Pad", [plane, graph.Constant(0, 0, GraphPiece.Edge, GraphPiece.Side, 0, 0, GraphPiece.Edge, GraphPiece.Side)], Text("mode", "reflect"));
            var cut = strip.Columns == width ? _bordered : graph.Part(_bordered, 3, strip.First, strip.End + (2 * GraphPiece.Side));
            piece = new GraphPiece(graph, graph.Shaped(cut, -1), strip, height);
            _pieces.Add(strip, piece);
        }

        return piece;
    }

    /// <summary>Half the size, each pixel the mean of 2 × 2.</summary>
    public GraphPicture Halved()
    {
        var down = graph.Apply("AveragePool", [plane], Ints("kernel_shape", 2, 1), Ints("strides", 2, 1));
        return new(graph, graph.Apply("AveragePool", [down], Ints("kernel_shape", 1, 2), Ints("strides", 1, 2)), width / 2, height / 2);
    }
}
