namespace EdgeCctv.Core.Inference.Detection.Layouts;

/// <summary>
/// NanoDet: for each of three or four grids <c>[1, N, C]</c> classes and <c>[1, N, 4·(R + 1)]</c> distances from the cell's centre to the left, top,
/// right and bottom edge, each a distribution over 0 to R cells.
/// </summary>
internal sealed class NanoDetLayout(IReadOnlyList<NanoDetLayout.Grid> grids, int classes, int steps) : DetectorLayout
{
    private static readonly int[] Strides = [8, 16, 32, 64];

    public override DetectorLayoutKind Kind => DetectorLayoutKind.NanoDet;

    public override InputRecipe Input { get; } = new(
        PictureFit.Centred, Padding: 0, ColourOrder.Bgr, [103.53f, 116.28f, 123.675f], [57.375f, 57.12f, 58.395f]);

    public override int? Classes => classes;

    public static NanoDetLayout? Of(ModelShape model)
    {
        if (model.Outputs.Count is not (6 or 8) || !model.Outputs.All(port => port.IsFloat && port.IsTable(out _, out _)))
        {
            return null;
        }

        var strides = Strides[..(model.Outputs.Count / 2)];
        var pairs = strides.Select(stride => Pair(model, stride)).ToArray();
        if (pairs.Any(pair => pair.Length != 2))
        {
            return null;
        }

        var pairing = NanoDetPairing.Of(pairs);
        return pairing is null
            ? null
            : new NanoDetLayout([.. strides.Select((stride, i) => Grid.Of(model, stride, pairing.Pairs[i]))], pairing.Classes, pairing.Distances / 4);
    }

    public override void Decode(ModelOutputs outputs, Candidates found)
    {
        foreach (var grid in grids)
        {
            var scores = outputs.Floats(grid.Scores);
            var distances = outputs.Floats(grid.Distances);
            for (var cell = 0; cell < grid.Cells; cell++)
            {
                var (ofClass, score) = Best(scores.Slice(cell * classes, classes));
                if (found.Counts(ofClass, score))
                {
                    found.Add(Box(grid, cell, distances.Slice(4 * cell * steps, 4 * steps), score, ofClass));
                }
            }
        }
    }

    private static ModelPort[] Pair(ModelShape model, int stride) =>
        [.. model.Outputs.Where(port => port.IsTable(out var rows, out _) && rows == model.Cells(stride))];

    private static float Distance(ReadOnlySpan<float> logits)
    {
        var (_, highest) = Best(logits);
        var (sum, moment) = (0f, 0f);
        for (var step = 0; step < logits.Length; step++)
        {
            var weight = MathF.Exp(logits[step] - highest);
            sum += weight;
            moment += step * weight;
        }

        return moment / sum;
    }

    private Candidate Box(in Grid grid, int cell, ReadOnlySpan<float> distances, float score, int ofClass)
    {
        var x = ((cell % grid.Across) + 0.5f) * grid.Stride;
        var y = ((cell / grid.Across) + 0.5f) * grid.Stride;
        return new Candidate(
            x - (Distance(distances[..steps]) * grid.Stride),
            y - (Distance(distances.Slice(steps, steps)) * grid.Stride),
            x + (Distance(distances.Slice(2 * steps, steps)) * grid.Stride),
            y + (Distance(distances.Slice(3 * steps, steps)) * grid.Stride),
            score,
            ofClass);
    }

    /// <summary>One grid, and which outputs speak of it.</summary>
    internal readonly record struct Grid(int Stride, int Across, int Cells, int Scores, int Distances)
    {
        public static Grid Of(ModelShape model, int stride, (ModelPort Scores, ModelPort Distances) pair) => new(
            stride, ModelShape.Across(model.Width, stride), model.Cells(stride), IndexOf(model, pair.Scores), IndexOf(model, pair.Distances));

        private static int IndexOf(ModelShape model, ModelPort port)
        {
            var index = 0;
            while (!ReferenceEquals(model.Outputs[index], port))
            {
                index++;
            }

            return index;
        }
    }
}
