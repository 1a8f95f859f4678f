namespace EdgeCctv.Core.Inference.Detection;

/// <summary>Which detector is used, and what of its findings counts. Immutable; never changes while a detector lives.</summary>
/// <param name="ModelFile">Path of the ONNX file.</param>
public sealed record DetectorOptions(string ModelFile)
{
    /// <summary>Path of the label list, one label a line in the order of the model's classes; null for "class 0", "class 1" and so on.</summary>
    public string? LabelFile { get; init; }

    /// <summary>Objects below this score do not count; 0 to 1.</summary>
    public float Confidence { get; init; } = 0.4f;

    /// <summary>The same for single classes, by label, instead of <see cref="Confidence"/>.</summary>
    public IReadOnlyDictionary<string, float> ConfidenceOf { get; init; } = new Dictionary<string, float>();

    /// <summary>The labels that count; empty for all.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Of two boxes of one class that overlap more than this (intersection over union, 0 to 1) only the surer one counts.</summary>
    public float Overlap { get; init; } = 0.45f;

    /// <summary>The most objects in one picture, the surest; at least 1.</summary>
    public int MostObjects { get; init; } = 100;

    /// <summary>How the model is built; <see cref="DetectorLayoutKind.Auto"/> recognises it by names and shapes.</summary>
    public DetectorLayoutKind Layout { get; init; }

    /// <summary>Size of the model's input in pixels, for models that leave it open; null for the model's own, or else 640 × 640.</summary>
    public (int Width, int Height)? InputSize { get; init; }

    /// <summary>The order of the input's channels.</summary>
    public ColourOrder Colours { get; init; }

    /// <summary>How the picture is brought to the input's shape.</summary>
    public PictureFit Fit { get; init; }

    /// <summary>Taken from the values 0 to 255, a number for each channel in the input's order; empty for what the layout usually wants.</summary>
    public IReadOnlyList<float> Mean { get; init; } = [];

    /// <summary>What is left is divided by this, a number above 0 for each channel; empty for what the layout usually wants.</summary>
    public IReadOnlyList<float> Deviation { get; init; } = [];

    /// <summary>The most pictures that are looked at in a second, above 0.</summary>
    public double PicturesPerSecond { get; init; } = 5;

    /// <summary>Threads that one run of the model may use; 0 for as many as leave capture and screens their share.</summary>
    public int Threads { get; init; }
}

/// <summary>The families of detectors that are understood.</summary>
public enum DetectorLayoutKind
{
    Auto,
    YoloX,
    YoloV8,
    Ssd,
    Detr,
    NanoDet,
    TinyYoloV2,
    FastestDet,
}

/// <summary>The order of an input's channels.</summary>
public enum ColourOrder
{
    /// <summary>As usual for the layout.</summary>
    Auto,

    Rgb,

    Bgr,
}

/// <summary>How a picture is brought to an input of another shape.</summary>
public enum PictureFit
{
    /// <summary>As usual for the layout.</summary>
    Auto,

    /// <summary>Its proportions change.</summary>
    Stretch,

    /// <summary>It keeps its proportions and lies at the top left; the rest is filled.</summary>
    TopLeft,

    /// <summary>It keeps its proportions and lies in the middle; the rest is filled.</summary>
    Centred,
}
