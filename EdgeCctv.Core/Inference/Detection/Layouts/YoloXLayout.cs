namespace EdgeCctv.Core.Inference.Detection.Layouts;

/// <summary>
/// YOLOX as its exporter writes it: <c>output [1, N, 5 + C]</c>, a row for each cell of three grids: offset of the centre in cells, size as a
/// logarithm in cells, objectness, classes (both already between 0 and 1).
/// </summary>
internal sealed class YoloXLayout(ModelShape model, int columns) : DetectorLayout
{
    private static readonly int[] Strides = [8, 16, 32];

    public override DetectorLayoutKind Kind => DetectorLayoutKind.YoloX;

    public override InputRecipe Input { get; } = new(PictureFit.TopLeft, Padding: 114, ColourOrder.Bgr, InputRecipe.Same(0), InputRecipe.Same(1));

    public override int? Classes => columns - 5;

    public static YoloXLayout? Of(ModelShape model) =>
        model.Single is { } output && output.IsTable(out var rows, out var columns) && columns > 5 && rows == model.Cells(Strides)
            ? new YoloXLayout(model, columns)
            : null;

    public override void Decode(ModelOutputs outputs, Candidates found)
    {
        var rows = outputs.Floats(0);
        foreach (var stride in Strides)
        {
            var (across, down) = (ModelShape.Across(model.Width, stride), ModelShape.Across(model.Height, stride));
            for (var cell = 0; cell < across * down; cell++, rows = rows[columns..])
            {
                // No class is surer than the object itself.
                if (rows[4] >= found.Least)
                {
                    Decode(rows[..columns], cell % across, cell / across, stride, found);
                }
            }
        }
    }

    private static void Decode(ReadOnlySpan<float> row, int x, int y, int stride, Candidates found)
    {
        var (ofClass, score) = Best(row[5..]);
        score *= row[4];
        if (found.Counts(ofClass, score))
        {
            found.Add(Candidate.Centred(
                (row[0] + x) * stride, (row[1] + y) * stride, MathF.Exp(row[2]) * stride, MathF.Exp(row[3]) * stride, score, ofClass));
        }
    }
}
