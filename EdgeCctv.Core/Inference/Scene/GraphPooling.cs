using EdgeCctv.Core.Inference.Onnx;
using static EdgeCctv.Core.Inference.Onnx.OnnxAttribute;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// Means over square cells as nodes of a graph: across by a matrix, then down; a strip gives its share of the cells that it touches,
/// and the shares are added up.
/// </summary>
internal sealed class GraphPooling(OnnxGraphBuilder graph, int kernel, int columns)
{
    private readonly Dictionary<(Strip Known, Strip Strip, float Factor), string> _matrices = [];
    private readonly List<string> _shares = [];

    /// <summary>A plane's means across, times a factor, of the cells that a strip touches.</summary>
    /// <param name="plane"><c>[1, 1, height, pitch]</c> of a piece.</param>
    /// <param name="known">The piece's strip.</param>
    /// <param name="strip">Which columns of it count.</param>
    /// <param name="factor">Of every value.</param>
    public string Across(string plane, Strip known, Strip strip, float factor = 1)
    {
        if (!_matrices.TryGetValue((known, strip, factor), out var matrix))
        {
            var cells = Touched(strip);
            var shares = new float[GraphPiece.PitchOf(known) * cells.Columns];
            for (var cell = cells.First; cell < cells.End; cell++)
            {
                var start = cell * SceneGeometry.Stride;
                for (var x = Math.Max(start, strip.First); x < Math.Min(start + kernel, strip.End); x++)
                {
                    shares[((x - known.First + GraphPiece.Side) * cells.Columns) + cell - cells.First] = factor / kernel;
                }
            }

            matrix = graph.Constant<float>([GraphPiece.PitchOf(known), cells.Columns], shares);
            _matrices.Add((known, strip, factor), matrix);
        }

        return graph.Apply("MatMul", [plane, matrix]);
    }

    /// <summary>Takes up what a strip gave, plane by plane.</summary>
    public void Add(Strip strip, params ReadOnlySpan<string> across)
    {
        var down = graph.Apply(
            "AveragePool", [graph.Joined(1, across)], Ints("kernel_shape", kernel, 1), Ints("strides", SceneGeometry.Stride, 1));
        var cells = Touched(strip);
        _shares.Add(cells.Columns == columns ? down : graph.Apply("Pad", [down, graph.Constant(0, 0, 0, cells.First, 0, 0, 0, columns - cells.End)]));
    }

    /// <summary>The means of all planes, <c>[1, planes, rows, columns]</c> of cells.</summary>
    public string Sum() => _shares.Count == 1 ? _shares[0] : graph.Apply("Sum", [.. _shares]);

    /// <summary>The means of whole planes, <c>[1, planes, height, width]</c>.</summary>
    // Down, then across: twenty times as fast as over squares.
    public string Whole(string planes) => graph.Apply(
        "AveragePool",
        [graph.Apply("AveragePool", [planes], Ints("kernel_shape", kernel, 1), Ints("strides", SceneGeometry.Stride, 1))],
        Ints("kernel_shape", 1, kernel),
        Ints("strides", 1, SceneGeometry.Stride));

    private Strip Touched(Strip strip) => new(
        Math.Max(0, ((strip.First - kernel) / SceneGeometry.Stride) + 1), Math.Min(columns, ((strip.End - 1) / SceneGeometry.Stride) + 1));
}
