namespace EdgeCctv.Core.Inference.Detection.Layouts;

/// <summary>Tells a model's family by the names and shapes of its inputs and outputs.</summary>
internal static class LayoutRecognition
{
    // In the order of asking: Tiny YOLOv2 before FastestDet, whose shape it has too, and YOLOX before YOLOv8 likewise.
    private static readonly (DetectorLayoutKind Kind, Func<ModelShape, DetectorLayout?> Of, string Looks)[] Families =
    [
        (DetectorLayoutKind.YoloX, YoloXLayout.Of, "YOLOX [1, N, 5 + C] with N the cells of 8, 16 and 32 pixels"),
        (DetectorLayoutKind.YoloV8, YoloV8Layout.Of, "YOLOv8/11 [1, 4 + C, N]"),
        (DetectorLayoutKind.Ssd, SsdLayout.Of, "SSD scores [1, N, C] and boxes [1, N, 4]"),
        (DetectorLayoutKind.Detr, DetrLayout.Of, "DETR labels, boxes, scores with a second input for the size"),
        (DetectorLayoutKind.NanoDet, NanoDetLayout.Of, "NanoDet with C and 4·(R + 1) columns for each of three or four grids"),
        (DetectorLayoutKind.TinyYoloV2, TinyYoloV2Layout.Of, "Tiny YOLOv2 [1, 5·(5 + C), h, w] with cells of 32 pixels"),
        (DetectorLayoutKind.FastestDet, FastestDetLayout.Of, "FastestDet [1, 5 + C, h, w]"),
    ];

    /// <param name="model">What was seen.</param>
    /// <param name="wanted">The one to take it for, or <see cref="DetectorLayoutKind.Auto"/>.</param>
    /// <param name="seen">The same in words, for a refusal.</param>
    /// <exception cref="AnalysisException">It is none that is understood, or not the one wanted.</exception>
    public static DetectorLayout Of(ModelShape model, DetectorLayoutKind wanted, string seen)
    {
        var asked = Families.Where(family => wanted == DetectorLayoutKind.Auto || family.Kind == wanted).ToArray();
        foreach (var family in asked)
        {
            if (family.Of(model) is { } layout)
            {
                return layout;
            }
        }

        var supported = string.Join("; ", asked.Select(family => family.Looks));
        throw new AnalysisException(wanted == DetectorLayoutKind.Auto
            ? $"The detector's layout is not known: {seen}. Supported: {supported}."
            : $"The detector does not have the layout that it is said to have: {seen}. Wanted: {supported}.");
    }
}
