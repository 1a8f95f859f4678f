using EdgeCctv.Core.Inference.Onnx;
using static EdgeCctv.Core.Inference.Onnx.OnnxAttribute;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// A separable Gaussian with reflect-101 borders as nodes of a graph: the rows of a strip times one band matrix, then blocks of rows,
/// each with its margins, times a smaller one. Two to four times as fast on the processor as the same as convolutions, since ONNX
/// Runtime multiplies matrices far better than it convolves single channels. The borders cost nothing: across, the matrix mirrors;
/// down, the blocks are gathered by row numbers, which may as well mirror.
/// </summary>
internal sealed class GraphSmoothing
{
    // Larger blocks multiply more zeros, smaller ones copy more margins.
    private const int BlockRows = 30;

    private readonly OnnxGraphBuilder _graph;
    private readonly float[] _weights;
    private readonly int _radius;
    private readonly int _width;
    private readonly int _height;
    private readonly int _blocks;
    private readonly int _rowsOfABlock;
    private readonly string _rows;
    private readonly string _down;
    private readonly Dictionary<(int Before, int After, int Columns), string> _across = [];

    /// <param name="graph">Where the nodes go.</param>
    /// <param name="radius">Taps on each side of the middle one.</param>
    /// <param name="sigma">In pixels.</param>
    /// <param name="width">Of the whole planes; larger than <paramref name="radius"/>.</param>
    /// <param name="height">Of the whole planes; larger than <paramref name="radius"/>.</param>
    public GraphSmoothing(OnnxGraphBuilder graph, int radius, double sigma, int width, int height)
    {
        (_graph, _radius, _width, _height) = (graph, radius, width, height);
        _weights = Weights(radius, sigma);
        _blocks = Math.Max(1, (int)Math.Round((double)height / BlockRows));
        _rowsOfABlock = (height + _blocks - 1) / _blocks;
        _rows = Rows();
        _down = Down();
    }

    /// <summary>What must be known of a plane to smooth a strip of it.</summary>
    public Strip Needed(Strip strip) => strip.Widened(_radius, _width);

    /// <summary>Smooths a strip.</summary>
    /// <param name="plane"><c>[1, 1, height, pitch]</c> of a piece.</param>
    /// <param name="known">The piece's strip; it has all that is <see cref="Needed"/>.</param>
    /// <param name="strip">What is wanted.</param>
    /// <returns>In blocks of rows, maybe with some rows too many: for <see cref="Plane"/>. Its first and last column are 0.</returns>
    public string Apply(string plane, Strip known, Strip strip)
    {
        var across = _graph.Apply("MatMul", [plane, Across(known, strip)]);
        return _graph.Apply("MatMul", [_down, _graph.Apply("Gather", [across, _rows], Int("axis", 2))]);
    }

    /// <summary>What was smoothed, and perhaps reckoned with pixel by pixel, as <c>[1, 1, height, pitch]</c> again.</summary>
    public string Plane(string blocks, Strip strip)
    {
        var plane = _graph.Shaped(blocks, 1, 1, _blocks * _rowsOfABlock, GraphPiece.PitchOf(strip));
        return _blocks * _rowsOfABlock == _height ? plane : _graph.Part(plane, 2, 0, _height);
    }

    /// <summary>Smooths a whole picture.</summary>
    /// <returns><c>[1, 1, height, width]</c>.</returns>
    public string Whole(GraphPicture picture)
    {
        var strips = Strip.Of(_width).Select(strip =>
        {
            var piece = picture.Piece(Needed(strip));
            var smoothed = Plane(Apply(piece.Plane(piece.Neighbour(0, 0)), piece.Strip, strip), strip);
            return _graph.Part(smoothed, 3, GraphPiece.Side, -GraphPiece.Side);
        }).ToArray();
        return strips.Length == 1 ? strips[0] : _graph.Joined(3, strips);
    }

    private static float[] Weights(int radius, double sigma)
    {
        var taps = Enumerable.Range(-radius, (2 * radius) + 1).Select(i => Math.Exp(-i * i / (2 * sigma * sigma))).ToArray();
        return [.. taps.Select(tap => (float)(tap / taps.Sum()))];
    }

    // The same for all strips but those at a border.
    private string Across(Strip known, Strip strip)
    {
        var kind = (strip.First - known.First, known.End - strip.End, strip.Columns);
        if (!_across.TryGetValue(kind, out var matrix))
        {
            var (from, to) = (GraphPiece.PitchOf(known), GraphPiece.PitchOf(strip));
            var band = new float[from * to];
            for (var column = 0; column < strip.Columns; column++)
            {
                for (var tap = -_radius; tap <= _radius; tap++)
                {
                    band[((Reflection.Of(strip.First + column + tap, _width) - known.First + GraphPiece.Side) * to) + column + GraphPiece.Side] += _weights[_radius + tap];
                }
            }

            matrix = _graph.Constant<float>([from, to], band);
            _across.Add(kind, matrix);
        }

        return matrix;
    }

    // Rows beyond the last margin belong to no result; any number that exists will do.
    private string Rows()
    {
        var rows = from block in Enumerable.Range(0, _blocks)
                   from row in Enumerable.Range((block * _rowsOfABlock) - _radius, _rowsOfABlock + (2 * _radius))
                   select Math.Max(0, Reflection.Of(row, _height));
        return _graph.Constant<int>([_blocks, _rowsOfABlock + (2 * _radius)], [.. rows]);
    }

    private string Down()
    {
        var columns = _rowsOfABlock + (2 * _radius);
        var band = new float[_rowsOfABlock * columns];
        for (var row = 0; row < _rowsOfABlock; row++)
        {
            _weights.CopyTo(band, (row * columns) + row);
        }

        return _graph.Constant<float>([_rowsOfABlock, columns], band);
    }
}
