namespace EdgeCctv.Core.Inference.Detection.Layouts;

/// <summary>
/// SSD with decoded boxes: <c>scores [1, N, C]</c>, whose first column says "nothing here", and <c>boxes [1, N, 4]</c>, corners as shares of the
/// picture.
/// </summary>
internal sealed class SsdLayout(ModelShape model, int scores, int boxes, int columns) : DetectorLayout
{
    public override DetectorLayoutKind Kind => DetectorLayoutKind.Ssd;

    public override InputRecipe Input { get; } = new(PictureFit.Stretch, Padding: 0, ColourOrder.Rgb, InputRecipe.Same(127), InputRecipe.Same(128));

    public override int? Classes => columns - 1;

    public override bool HasBackground => true;

    public static SsdLayout? Of(ModelShape model)
    {
        if (model.Outputs is not [{ IsFloat: true } first, { IsFloat: true } second]
            || !first.IsTable(out var rows, out var firstColumns) || !second.IsTable(out var otherRows, out var secondColumns) || rows != otherRows)
        {
            return null;
        }

        // With three classes and the background both have four columns: then the names tell, or else the usual order.
        return (firstColumns, secondColumns) switch
        {
            (4, >= 2) when secondColumns != 4 || first.IsNamed("box") => new SsdLayout(model, scores: 1, boxes: 0, secondColumns),
            ( >= 2, 4) => new SsdLayout(model, scores: 0, boxes: 1, firstColumns),
            _ => null,
        };
    }

    public override void Decode(ModelOutputs outputs, Candidates found)
    {
        var rows = outputs.Floats(scores);
        var corners = outputs.Floats(boxes);
        for (; rows.Length >= columns; rows = rows[columns..], corners = corners[4..])
        {
            var (ofClass, score) = Best(rows[1..columns]);
            if (found.Counts(ofClass, score))
            {
                found.Add(new Candidate(
                    corners[0] * model.Width, corners[1] * model.Height, corners[2] * model.Width, corners[3] * model.Height, score, ofClass));
            }
        }
    }
}
