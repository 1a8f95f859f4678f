using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Detection;
using EdgeCctv.Core.Inference.Onnx;
using EdgeCctv.Core.Inference.Zones;

namespace EdgeCctv.Tests.Inference.Detection;

/// <summary>What is done with the boxes of a model, whatever its layout.</summary>
public sealed class DetectorTests : IDisposable
{
    // Two that overlap by half and two that do not, of three classes.
    private static readonly OnnxGraphBuilder Several = TinyDetector.YoloV8(
        (0, [20, 20, 20, 20, 0.9f, 0, 0]),
        (1, [24, 20, 20, 20, 0.8f, 0, 0]),
        (2, [20, 20, 20, 20, 0, 0.7f, 0]),
        (3, [50, 50, 10, 10, 0, 0, 0.6f]),
        (4, [50, 20, 10, 10, 0, 0, 0.3f]));

    private readonly DetectorBench _bench = new();
    private readonly DetectorOptions _several;

    public DetectorTests() => _several = _bench.Options(Several, "person", "dog", "car");

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Detect_OverlapOfOneClass_OnlyTheSurestOfEachClass() =>
        Assert.Equal([("person", 0.9f), ("dog", 0.7f), ("car", 0.6f)], Labels(_several));

    [Fact]
    public void Detect_OverlapAllowed_BothCount()
    {
        // They share 16 of 24 columns.
        Assert.Equal([0.9f, 0.8f, 0.7f, 0.6f], Labels(_several with { Overlap = 0.67f }).Select(one => one.Score));
        Assert.Equal([0.9f, 0.7f, 0.6f], Labels(_several with { Overlap = 0.66f }).Select(one => one.Score));
    }

    [Fact]
    public void Detect_ConfidenceOfOneClass_CountsInsteadOfTheOrdinaryOne()
    {
        Assert.Equal(
            [("person", 0.9f), ("car", 0.6f), ("car", 0.3f)],
            Labels(_several with { ConfidenceOf = new Dictionary<string, float> { ["CAR"] = 0.25f, ["dog"] = 0.75f } }));
        Assert.Equal([("person", 0.9f)], Labels(_several with { Confidence = 0.85f }));
    }

    [Fact]
    public void Detect_ClassFilter_OthersDoNotCount() =>
        Assert.Equal([("dog", 0.7f), ("car", 0.6f)], Labels(_several with { Classes = ["Dog", "car"] }));

    [Fact]
    public void Detect_MostObjects_TheSurest() => Assert.Equal([("person", 0.9f), ("dog", 0.7f)], Labels(_several with { MostObjects = 2 }));

    [Fact]
    public void Detect_ListTooShort_TheRestIsNumbered() =>
        Assert.Equal(["person", "class 1", "class 2"], Labels(_bench.Options(Several, "person", "", "")).Select(one => one.Label));

    [Fact]
    public void Detect_Zones_TheCentreOfABoxDecides()
    {
        var zones = new ZoneSet();
        zones.Replace([Square("gate", ZoneKind.Ignore, 0.2, 0.2, 0.4, 0.4)]);
        Assert.Equal([("car", 0.6f)], Labels(_several with { MostObjects = 1 }, zones));

        zones.Replace([Square("yard", ZoneKind.Include, 0.2, 0.2, 0.4, 0.4)]);
        Assert.Equal([("person", 0.9f), ("dog", 0.7f)], Labels(_several, zones));

        zones.Replace([Square("door", ZoneKind.Name, 0, 0, 0.1, 0.1)]);
        Assert.Equal(3, Labels(_several, zones).Count());
    }

    [Fact]
    public void Detect_BoxOutsideThePicture_IsNone() => Assert.Empty(
        DetectorBench.Find(_bench.Options(TinyDetector.YoloV8((0, [30, 8, 20, 10, 0.9f, 0, 0]))), 128, 64));

    [Fact]
    public void Detect_PictureReachesTheModel_InItsOwnScale()
    {
        // The score is the mean of the input, which the layout wants between 0 and 1.
        var graph = new OnnxGraphBuilder("detector").Input("images", 1, 3, 64, 64);
        var mean = graph.Apply("ReduceMean", ["images"], OnnxAttribute.Int("keepdims", 0));
        var column = graph.Constant<float>([1, 7, TinyDetector.Cells], TinyDetector.YoloV8Values((5, [32, 32, 10, 10, 0, 0, 1])));
        var others = graph.Constant<float>([1, 7, 1], [1, 1, 1, 1, 0, 0, 0]);
        var scores = graph.Constant<float>([1, 7, 1], [0, 0, 0, 0, 1, 1, 1]);
        var factor = graph.Apply("Add", [others, graph.Apply("Mul", [scores, mean])]);
        graph.Node("Mul", [column, factor], ["output0"]).Output("output0", 1, 7, TinyDetector.Cells);
        using var detector = DetectorBench.Load(_bench.Options(graph));

        DetectorBench.IsOnly("class 2", 0.8, (27, 27, 10, 10), detector.Detect(DetectorBench.Plain(detector, 64, 64, 204), 64, 64));
        Assert.Empty(detector.Detect(DetectorBench.Plain(detector, 64, 64, 10), 64, 64));
        DetectorBench.IsOnly("class 2", 0.6, (27, 27, 10, 10), detector.Detect(DetectorBench.Plain(detector, 64, 64, 153), 64, 64));
    }

    [Fact]
    public void Detect_PictureOfAnotherSize_IsRefused()
    {
        using var detector = DetectorBench.Load(_several);

        Assert.Throws<ArgumentException>(() => detector.Detect(new ColourPicture(64, 64, new byte[3 * 64 * 64]), 128, 64));
    }

    [Fact]
    public void PictureSize_Fits_KeepOrChangeTheProportions()
    {
        using var letterbox = DetectorBench.Load(_several);
        using var stretch = DetectorBench.Load(_several with { Fit = PictureFit.Stretch });

        Assert.Equal((64, 36), letterbox.PictureSize(1280, 720));
        Assert.Equal((64, 64), stretch.PictureSize(1280, 720));
    }

    [Fact]
    public void Load_OpenSizes_AreTheWantedOnesOrTheUsual()
    {
        // 128 × 96 has 16·12 + 8·6 + 4·3 cells; 640 × 640 has 8400.
        var model = OpenYoloX();

        using var wanted = DetectorBench.Load(_bench.Options(model) with { InputSize = (128, 96) });
        using var usual = DetectorBench.Load(_bench.Options(model));

        Assert.Equal((128, 96), wanted.InputSize);
        Assert.Equal((640, 640), usual.InputSize);
        Assert.Equal((DetectorLayoutKind.YoloX, 2), (usual.Layout, usual.Classes));
    }

    private static IEnumerable<(string Label, float Score)> Labels(DetectorOptions options, ZoneSet? zones = null) =>
        DetectorBench.Find(options, zones: zones).Select(one => (one.Label, one.Score));

    private static Zone Square(string name, ZoneKind kind, double left, double top, double right, double bottom) =>
        new(name, kind, [new(left, top), new(right, top), new(right, bottom), new(left, bottom)]);

    // Zeros, a row for each cell: three poolings of the input, a channel of each seven times over.
    private static OnnxGraphBuilder OpenYoloX()
    {
        var graph = new OnnxGraphBuilder("detector").Input("images", OnnxGraphBuilder.Any, 3, OnnxGraphBuilder.Any, OnnxGraphBuilder.Any);
        var weights = graph.Constant<float>([7, 3, 1, 1], new float[21]);
        var grids = new[] { 8L, 16, 32 }.Select(stride =>
        {
            var pooled = graph.Apply("MaxPool", ["images"], OnnxAttribute.Ints("kernel_shape", stride, stride), OnnxAttribute.Ints("strides", stride, stride));
            return graph.Apply("Reshape", [graph.Apply("Conv", [pooled, weights]), graph.Constant(0, 7, -1)]);
        }).ToArray();
        var all = graph.Apply("Concat", grids, OnnxAttribute.Int("axis", 2));
        return graph.Node("Transpose", [all], ["output"], OnnxAttribute.Ints("perm", 0, 2, 1))
            .Output("output", OnnxGraphBuilder.Any, OnnxGraphBuilder.Any, OnnxGraphBuilder.Any);
    }
}
