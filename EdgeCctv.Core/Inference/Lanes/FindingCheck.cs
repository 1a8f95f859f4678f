using EdgeCctv.Core.Inference.Detection;
using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Core.Inference.Lanes;

/// <summary>Whether a finding can be believed at all: a broken model gives figures that are none.</summary>
internal static class FindingCheck
{
    public static bool IsUsable(AnalysisFinding? finding) => finding switch
    {
        SceneFinding scene => IsFigure(scene.Score) && IsFigure(scene.Threshold),
        DetectionFinding detection => detection.Objects.All(one => float.IsFinite(one.Score) && IsFinite(one.Box)),
        _ => true,
    };

    private static bool IsFigure(float? value) => value is not { } figure || float.IsFinite(figure);

    private static bool IsFinite(PixelRect box) =>
        float.IsFinite(box.X) && float.IsFinite(box.Y) && float.IsFinite(box.Width) && float.IsFinite(box.Height);
}
