namespace EdgeCctv.Core.Inference.Detection.Layouts;

/// <summary>
/// FastestDet: <c>output [1, 5 + C, h, w]</c>, for each cell objectness, offset of the centre, size as a share of the picture, classes. Objectness
/// and classes are already between 0 and 1.
/// </summary>
internal sealed class FastestDetLayout(ModelShape model, int classes, int across, int down) : DetectorLayout
{
    private const float WeightOfObject = 0.6f;

    public override DetectorLayoutKind Kind => DetectorLayoutKind.FastestDet;

    public override InputRecipe Input { get; } = new(PictureFit.Stretch, Padding: 0, ColourOrder.Bgr, InputRecipe.Same(0), InputRecipe.Same(255));

    public override int? Classes => classes;

    public static FastestDetLayout? Of(ModelShape model) =>
        model.Single?.Shape is [1, > 5 and var channels, > 0 and var down, > 0 and var across] ? new FastestDetLayout(model, channels - 5, across, down) : null;

    public override void Decode(ModelOutputs outputs, Candidates found)
    {
        var all = outputs.Floats(0);
        var cells = across * down;
        for (var cell = 0; cell < cells; cell++)
        {
            var (ofClass, share) = BestClass(all[(5 * cells)..], cell);
            var score = MathF.Pow(all[cell], WeightOfObject) * MathF.Pow(share, 1 - WeightOfObject);
            if (found.Counts(ofClass, score))
            {
                found.Add(Candidate.Centred(
                    ((cell % across) + MathF.Tanh(all[cells + cell])) / across * model.Width,
                    ((cell / across) + MathF.Tanh(all[(2 * cells) + cell])) / down * model.Height,
                    Sigmoid(all[(3 * cells) + cell]) * model.Width,
                    Sigmoid(all[(4 * cells) + cell]) * model.Height,
                    score,
                    ofClass));
            }
        }
    }

    private (int Class, float Share) BestClass(ReadOnlySpan<float> planes, int cell)
    {
        var cells = across * down;
        var best = 0;
        for (var other = 1; other < classes; other++)
        {
            best = planes[(other * cells) + cell] > planes[(best * cells) + cell] ? other : best;
        }

        return (best, planes[(best * cells) + cell]);
    }
}
