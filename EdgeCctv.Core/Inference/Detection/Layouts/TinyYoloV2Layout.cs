namespace EdgeCctv.Core.Inference.Detection.Layouts;

/// <summary>
/// Tiny YOLOv2: <c>grid [1, 5·(5 + C), h, w]</c> with cells of 32 pixels; for each of five anchors offset of the centre, size relative to the anchor,
/// objectness and classes, all before their sigmoid, exponential or softmax.
/// </summary>
internal sealed class TinyYoloV2Layout(int classes, int across, int down) : DetectorLayout
{
    private const int Stride = 32;

    // Width and height in cells, those of the models for Pascal VOC.
    private static readonly (float Width, float Height)[] Anchors =
        [(1.08f, 1.19f), (3.42f, 4.41f), (6.63f, 11.38f), (9.42f, 5.11f), (16.62f, 10.52f)];

    public override DetectorLayoutKind Kind => DetectorLayoutKind.TinyYoloV2;

    public override InputRecipe Input { get; } = new(PictureFit.Stretch, Padding: 0, ColourOrder.Rgb, InputRecipe.Same(0), InputRecipe.Same(1));

    public override int? Classes => classes;

    public static TinyYoloV2Layout? Of(ModelShape model) =>
        model.Single?.Shape is [1, var channels, var down, var across] && channels % Anchors.Length == 0 && channels / Anchors.Length > 5
            && across == ModelShape.Across(model.Width, Stride) && down == ModelShape.Across(model.Height, Stride)
            ? new TinyYoloV2Layout((channels / Anchors.Length) - 5, across, down)
            : null;

    public override void Decode(ModelOutputs outputs, Candidates found)
    {
        var all = outputs.Floats(0);
        var cells = across * down;
        for (var anchor = 0; anchor < Anchors.Length; anchor++, all = all[((5 + classes) * cells)..])
        {
            for (var cell = 0; cell < cells; cell++)
            {
                // No class is surer than the object itself.
                var objectness = Sigmoid(all[(4 * cells) + cell]);
                if (objectness >= found.Least)
                {
                    Decode(all, cell, objectness, Anchors[anchor], found);
                }
            }
        }
    }

    private void Decode(ReadOnlySpan<float> all, int cell, float objectness, (float Width, float Height) anchor, Candidates found)
    {
        var cells = across * down;
        var (ofClass, score) = BestClass(all[(5 * cells)..], cell);
        score *= objectness;
        if (found.Counts(ofClass, score))
        {
            found.Add(Candidate.Centred(
                ((cell % across) + Sigmoid(all[cell])) * Stride,
                ((cell / across) + Sigmoid(all[cells + cell])) * Stride,
                MathF.Exp(all[(2 * cells) + cell]) * anchor.Width * Stride,
                MathF.Exp(all[(3 * cells) + cell]) * anchor.Height * Stride,
                score,
                ofClass));
        }
    }

    // The largest share of a softmax over values that lie a plane apart.
    private (int Class, float Share) BestClass(ReadOnlySpan<float> planes, int cell)
    {
        var cells = across * down;
        var best = 0;
        for (var other = 1; other < classes; other++)
        {
            best = planes[(other * cells) + cell] > planes[(best * cells) + cell] ? other : best;
        }

        var sum = 0f;
        for (var other = 0; other < classes; other++)
        {
            sum += MathF.Exp(planes[(other * cells) + cell] - planes[(best * cells) + cell]);
        }

        return (best, 1 / sum);
    }
}
