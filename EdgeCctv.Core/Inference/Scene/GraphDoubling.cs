using EdgeCctv.Core.Inference.Onnx;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// The flow of a picture of half the size as the flow of the whole one: twice as many pixels, bilinear between the centres of pixels,
/// and twice as far in each of them; a last odd column or row repeats the one before it. As products with band matrices, twice as fast
/// as Resize.
/// </summary>
internal sealed class GraphDoubling
{
    private readonly OnnxGraphBuilder _graph;
    private readonly string _rough;
    private readonly int _width;

    /// <param name="graph">Where the nodes go.</param>
    /// <param name="rough">A component of the rougher flow, <c>[1, 1, height / 2, width / 2]</c>.</param>
    /// <param name="width">Of the whole picture.</param>
    /// <param name="height">Of the whole picture.</param>
    public GraphDoubling(OnnxGraphBuilder graph, string rough, int width, int height)
    {
        (_graph, _width) = (graph, width);
        var (rows, half) = (GraphPiece.RowsOf(height), height / 2);
        var down = new float[rows * half];
        Fill(height, half, -GraphPiece.Edge, rows, 0, 2, (row, from, weight) => down[(row * half) + from] += weight);
        _rough = graph.Apply("MatMul", [graph.Constant<float>([rows, half], down), rough]);
    }

    /// <summary>A strip of it with its border, <c>[1, 1, rows, pitch]</c>.</summary>
    public string Piece(Strip strip)
    {
        // The columns between whose centres those of the strip lie.
        Strip from = new(Math.Max(0, (strip.First / 2) - 1), Math.Min(_width / 2, (strip.End / 2) + 2));
        var (columns, half) = (GraphPiece.PitchOf(strip), from.Columns);
        var across = new float[half * columns];
        Fill(_width, _width / 2, strip.First - GraphPiece.Side, columns, from.First, 1, (column, place, weight) => across[(place * columns) + column] += weight);
        return _graph.Apply(
            "MatMul", [_graph.Part(_rough, 3, from.First, from.End), _graph.Constant<float>([half, columns], across)]);
    }

    private static void Fill(int length, int half, int first, int count, int firstHalf, float factor, Action<int, int, float> put)
    {
        for (var i = 0; i < count; i++)
        {
            var place = Math.Min(Reflection.Of(first + i, length), (2 * half) - 1);
            var near = place / 2;
            var far = Math.Clamp(near + (place % 2 == 0 ? -1 : 1), 0, half - 1);
            put(i, near - firstHalf, 0.75f * factor);
            put(i, far - firstHalf, 0.25f * factor);
        }
    }
}
