using EdgeCctv.Core.Inference.Onnx;

namespace EdgeCctv.Tests.Inference.Detection;

/// <summary>Detectors of every layout that always see the same: their outputs are constants.</summary>
internal static class TinyDetector
{
    /// <summary>Side of the input of most of them.</summary>
    public const int Side = 64;

    /// <summary>Cells of 8, 16 and 32 pixels in an input of that side.</summary>
    public const int Cells = 64 + 16 + 4;

    public static OnnxGraphBuilder Of(params ReadOnlySpan<(string Name, long[] Shape, float[] Values)> outputs) => Of([1, 3, Side, Side], outputs);

    public static OnnxGraphBuilder Of(long[] input, params ReadOnlySpan<(string Name, long[] Shape, float[] Values)> outputs)
    {
        var graph = new OnnxGraphBuilder("detector").Input("images", input);
        foreach (var (name, shape, values) in outputs)
        {
            graph.Node("Identity", [graph.Constant(shape, (ReadOnlySpan<float>)values)], [name]).Output(name, shape);
        }

        return graph;
    }

    /// <summary>YOLOX with rows of offset, size, objectness and two classes.</summary>
    public static OnnxGraphBuilder YoloX(params ReadOnlySpan<(int Cell, float[] Row)> rows)
    {
        var values = new float[Cells * 7];
        foreach (var (cell, row) in rows)
        {
            row.CopyTo(values, cell * 7);
        }

        return Of(("output", [1, Cells, 7], values));
    }

    /// <summary>YOLOv8 with boxes of centre, size and three classes.</summary>
    public static OnnxGraphBuilder YoloV8(params ReadOnlySpan<(int Box, float[] Column)> columns) => Of(("output0", [1, 7, Cells], YoloV8Values(columns)));

    public static float[] YoloV8Values(params ReadOnlySpan<(int Box, float[] Column)> columns)
    {
        var values = new float[7 * Cells];
        foreach (var (box, column) in columns)
        {
            for (var row = 0; row < 7; row++)
            {
                values[(row * Cells) + box] = column[row];
            }
        }

        return values;
    }

    /// <summary>SSD with rows of background and two classes, and rows of corners.</summary>
    public static OnnxGraphBuilder Ssd(params ReadOnlySpan<(float[] Scores, float[] Corners)> rows)
    {
        var (scores, boxes) = (new List<float>(), new List<float>());
        foreach (var (score, corners) in rows)
        {
            scores.AddRange(score);
            boxes.AddRange(corners);
        }

        return Of(("scores", [1, rows.Length, 3], [.. scores]), ("boxes", [1, rows.Length, 4], [.. boxes]));
    }

    /// <summary>DETR whose boxes really are its shares times the size that it is told.</summary>
    public static OnnxGraphBuilder Detr(OnnxType sizes, long[] batch, long[] labels, float[] scores, float[] shares)
    {
        long rows = labels.Length;
        var graph = new OnnxGraphBuilder("detector").Input("images", [OnnxGraphBuilder.Any, 3, Side, Side]).Input("orig_target_sizes", sizes, [OnnxGraphBuilder.Any, 2]);
        var size = graph.Apply("Cast", ["orig_target_sizes"], OnnxAttribute.Int("to", (long)OnnxType.Float));
        var sizeTwice = graph.Apply("Concat", [size, size], OnnxAttribute.Int("axis", 1));
        return graph
            .Node("Identity", [graph.Constant<long>([.. batch, rows], labels)], ["labels"]).Output("labels", OnnxType.Int64, [.. batch, rows])
            .Node("Mul", [graph.Constant<float>([.. batch, rows, 4], shares), sizeTwice], ["boxes"]).Output("boxes", [.. batch, rows, 4])
            .Node("Identity", [graph.Constant<float>([.. batch, rows], scores)], ["scores"]).Output("scores", [.. batch, rows]);
    }
}
