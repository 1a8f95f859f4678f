using Microsoft.ML.OnnxRuntime.Tensors;

namespace EdgeCctv.Core.Inference.Detection.Layouts;

/// <summary>
/// The DETR family (RT-DETR, D-FINE, DEIM): a second input takes the picture's size; <c>labels [N]</c>, <c>boxes [N, 4]</c>, <c>scores [N]</c>, one box an
/// object. Told the size of its own input, it gives corners in pixels of that.
/// </summary>
internal sealed class DetrLayout(int labels, int boxes, int scores) : DetectorLayout
{
    public override DetectorLayoutKind Kind => DetectorLayoutKind.Detr;

    public override InputRecipe Input { get; } = new(PictureFit.Stretch, Padding: 0, ColourOrder.Rgb, InputRecipe.Same(0), InputRecipe.Same(255));

    public override bool OffersOverlaps => false;

    public override int? Classes => null;

    public static DetrLayout? Of(ModelShape model)
    {
        if (!model.TakesSize || model.Outputs.Count != 3)
        {
            return null;
        }

        var boxes = Find(model, port => port.IsFloat && port.IsTable(out _, out var columns) && columns == 4 && !port.IsList);
        var labels = Find(model, port => port.IsList && port.Type is TensorElementType.Int64 or TensorElementType.Int32);
        labels = labels >= 0 ? labels : Find(model, port => port.IsList && port.IsNamed("label"));
        var scores = Find(model, port => port.IsList && port.IsFloat && port != model.Outputs[Math.Max(labels, 0)]);
        return boxes >= 0 && labels >= 0 && scores >= 0 ? new DetrLayout(labels, boxes, scores) : null;
    }

    public override void Decode(ModelOutputs outputs, Candidates found)
    {
        var surety = outputs.Floats(scores);
        var corners = outputs.Floats(boxes);
        for (var i = 0; i < surety.Length; i++)
        {
            // Asked first: the class of a box that nobody believes in may be any number.
            if (surety[i] >= found.Least && outputs.Whole(labels, i) is var ofClass && found.Counts(ofClass, surety[i]))
            {
                var box = corners.Slice(4 * i, 4);
                found.Add(new Candidate(box[0], box[1], box[2], box[3], surety[i], ofClass));
            }
        }
    }

    private static int Find(ModelShape model, Predicate<ModelPort> what)
    {
        for (var output = 0; output < model.Outputs.Count; output++)
        {
            if (what(model.Outputs[output]))
            {
                return output;
            }
        }

        return -1;
    }
}
