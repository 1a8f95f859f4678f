using System.Numerics;
using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Inference.Detection.Layouts;

/// <summary>
/// YOLOv8 and YOLO11: <c>output0 [1, 4 + C, N]</c>, a column for each box: centre and size in pixels of the input, then the classes; there is no
/// objectness.
/// </summary>
internal sealed class YoloV8Layout(int rows, int boxes) : DetectorLayout
{
    // The best class of every box, found row by row since the rows are what lies together in memory.
    private readonly float[] _score = new float[boxes];
    private readonly int[] _class = new int[boxes];

    public override DetectorLayoutKind Kind => DetectorLayoutKind.YoloV8;

    public override InputRecipe Input { get; } = new(PictureFit.Centred, Padding: 114, ColourOrder.Rgb, InputRecipe.Same(0), InputRecipe.Same(255));

    public override int? Classes => rows - 4;

    public static YoloV8Layout? Of(ModelShape model) =>
        model.Single is { } output && output.IsTable(out var rows, out var boxes) && rows > 4 && rows < boxes ? new YoloV8Layout(rows, boxes) : null;

    public override void Decode(ModelOutputs outputs, Candidates found)
    {
        var all = outputs.Floats(0);
        all.Slice(4 * boxes, boxes).CopyTo(_score);
        _class.AsSpan().Clear();
        for (var row = 5; row < rows; row++)
        {
            Raise(all.Slice(row * boxes, boxes), row - 4);
        }

        for (var box = 0; box < boxes; box++)
        {
            if (found.Counts(_class[box], _score[box]))
            {
                found.Add(Candidate.Centred(
                    all[box], all[boxes + box], all[(2 * boxes) + box], all[(3 * boxes) + box], _score[box], _class[box]));
            }
        }
    }

    private void Raise(ReadOnlySpan<float> scores, int ofClass)
    {
        var given = MemoryMarshal.Cast<float, Vector<float>>(scores);
        var best = MemoryMarshal.Cast<float, Vector<float>>(_score.AsSpan());
        var classes = MemoryMarshal.Cast<int, Vector<int>>(_class.AsSpan());
        var number = new Vector<int>(ofClass);
        for (var i = 0; i < given.Length; i++)
        {
            var isBetter = Vector.GreaterThan(given[i], best[i]);
            best[i] = Vector.ConditionalSelect(isBetter, given[i], best[i]);
            classes[i] = Vector.ConditionalSelect(isBetter, number, classes[i]);
        }

        for (var i = given.Length * Vector<float>.Count; i < scores.Length; i++)
        {
            if (scores[i] > _score[i])
            {
                (_score[i], _class[i]) = (scores[i], ofClass);
            }
        }
    }
}
