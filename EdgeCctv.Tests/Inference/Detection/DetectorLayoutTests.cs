using EdgeCctv.Core.Inference.Detection;
using EdgeCctv.Core.Inference.Onnx;

namespace EdgeCctv.Tests.Inference.Detection;

/// <summary>A model of each layout, and where its boxes must be, computed by hand.</summary>
public sealed class DetectorLayoutTests : IDisposable
{
    private readonly DetectorBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Detect_YoloX_RowsOfOffsetsFromTheTopLeftLetterbox()
    {
        // Third cell of the second row of 16 pixels: centre (2.5, 1.25) cells = (40, 20), size 24 × 32 pixels; 0.9 · 0.8.
        var model = TinyDetector.YoloX((64 + 4 + 2, [0.5f, 0.25f, MathF.Log(1.5f), MathF.Log(2), 0.9f, 0.2f, 0.8f]));

        // 128 × 64 lies in the upper half of the input at half its size; what is below it is cut.
        DetectorBench.IsOnly("b", 0.72, (56, 8, 48, 56), DetectorBench.Find(_bench.Options(model, "a", "b"), 128, 64));
    }

    [Fact]
    public void Detect_YoloV8_ColumnsOfPixelsInTheCentredLetterbox()
    {
        var model = TinyDetector.YoloV8((10, [30, 30, 20, 10, 0.1f, 0.2f, 0.7f]));

        // 128 × 64 lies 16 rows down at half its size.
        DetectorBench.IsOnly("c", 0.7, (40, 18, 40, 20), DetectorBench.Find(_bench.Options(model, "a", "b", "c"), 128, 64));
    }

    [Fact]
    public void Detect_YoloV8UprightSource_IsMappedBackSideways()
    {
        var model = TinyDetector.YoloV8((83, [30, 30, 20, 10, 0.1f, 0.8f, 0.7f]));

        DetectorBench.IsOnly("b", 0.8, (8, 50, 40, 20), DetectorBench.Find(_bench.Options(model, "a", "b", "c"), 64, 128));
    }

    [Theory]
    [InlineData(new[] { "face", "hand" }, "hand")]
    [InlineData(new[] { "BACKGROUND", "face", "hand" }, "hand")]
    [InlineData(new string[0], "class 1")]
    public void Detect_SsdPair_ShareOfThePictureWithoutTheBackground(string[] labels, string expected)
    {
        var model = TinyDetector.Ssd(([0.9f, 0.05f, 0.05f], [0, 0, 1, 1]), ([0.1f, 0.2f, 0.7f], [0.25f, 0.5f, 0.75f, 1]));

        DetectorBench.IsOnly(expected, 0.7, (50, 50, 100, 50), DetectorBench.Find(_bench.Options(model, labels), 200, 100));
    }

    [Theory]
    [InlineData("boxes", "scores", true)]
    [InlineData("scores", "boxes", false)]
    public void Detect_SsdPairOfThreeClasses_NamesTellWhichIsWhich(string first, string second, bool boxesFirst)
    {
        float[] corners = [0.25f, 0.5f, 0.75f, 1];
        float[] scores = [0, 0.6f, 0, 0.4f];
        var model = TinyDetector.Of((first, [1, 1, 4], boxesFirst ? corners : scores), (second, [1, 1, 4], boxesFirst ? scores : corners));

        DetectorBench.IsOnly("class 0", 0.6, (16, 32, 32, 32), DetectorBench.Find(_bench.Options(model)));
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(7, true)]
    [InlineData(6, false)]
    public void Detect_Detr_IsToldItsOwnSizeAndNeedsNoSuppression(int sizes, bool batched)
    {
        var model = TinyDetector.Detr(
            (OnnxType)sizes, batched ? [1] : [], [1, 1, 900], [0.9f, 0.8f, 0.1f], [0.1f, 0.2f, 0.5f, 0.6f, 0.1f, 0.2f, 0.5f, 0.6f, 0, 0, 1, 1]);

        var found = DetectorBench.Find(_bench.Options(model, "a", "b"), 160, 90);

        Assert.Equal(2, found.Count);
        DetectorBench.IsOnly("b", 0.9, (16, 18, 64, 36), [found[0]]);
        DetectorBench.IsOnly("b", 0.8, (16, 18, 64, 36), [found[1]]);
    }

    [Theory]
    [InlineData("cls_pred_stride_{0}", "dis_pred_stride_{0}", 2, true, false)]
    [InlineData("cls_pred_stride_{0}", "dis_pred_stride_{0}", 2, false, false)]
    [InlineData("cls_pred_stride_{0}", "dis_pred_stride_{0}", 2, true, true)]
    [InlineData("cls_{0}", "reg_{0}", 32, true, true)]
    [InlineData("a{0}", "b{0}", 32, true, false)]
    [InlineData("a{0}", "b{0}", 40, true, true)]
    public void Detect_NanoDet_DistancesFromTheCellsCentre(string classes, string distances, int count, bool batched, bool distancesFirst)
    {
        // Second cell of the third row of 8 pixels: centre (12, 20); 1, 2, 1½ and 0 cells to the edges.
        var scores = new float[3][];
        var logits = new float[3][];
        foreach (var (grid, cells) in new[] { (0, 64), (1, 16), (2, 4) })
        {
            scores[grid] = new float[cells * count];
            logits[grid] = new float[cells * 32];
        }

        scores[0][(17 * count) + 1] = 0.8f;
        foreach (var (edge, step) in new[] { (0, 1), (1, 2), (2, 1), (2, 2), (3, 0) })
        {
            logits[0][(17 * 32) + (edge * 8) + step] = 60;
        }

        long[] batch = batched ? [1] : [];
        var pairs = from grid in Enumerable.Range(0, 3)
                    let cells = (long)scores[grid].Length / count
                    let stride = 8 << grid
                    from isDistance in new[] { distancesFirst, !distancesFirst }
                    select isDistance
                        ? (string.Format(null, distances, stride), (long[])[.. batch, cells, 32], logits[grid])
                        : (string.Format(null, classes, stride), (long[])[.. batch, cells, count], scores[grid]);

        DetectorBench.IsOnly("class 1", 0.8, (4, 4, 20, 16), DetectorBench.Find(_bench.Options(TinyDetector.Of([.. pairs]))));
    }

    [Fact]
    public void Detect_TinyYoloV2_AnchorsOfCellsOf32Pixels()
    {
        const int Cells = 4;
        var values = new float[5 * 7 * Cells];
        foreach (var anchor in Enumerable.Range(0, 5))
        {
            values.AsSpan(((anchor * 7) + 4) * Cells, Cells).Fill(-20);
        }

        // First anchor, second cell of the first row: centre (1.5, 0.5) cells = (48, 16), 1.08 × 2·1.19 cells; 0.9 · 0.8.
        values[(3 * Cells) + 1] = MathF.Log(2);
        values[(4 * Cells) + 1] = MathF.Log(9);
        values[(6 * Cells) + 1] = MathF.Log(4);
        var model = TinyDetector.Of(("grid", [1, 35, 2, 2], values));

        DetectorBench.IsOnly("b", 0.72, (30.72, 0, 33.28, 54.08), DetectorBench.Find(_bench.Options(model, "a", "b")));
    }

    [Fact]
    public void Detect_FastestDet_CellsOfAStretchedPicture()
    {
        // Third cell of the second row of 4 × 4: centre (2.5, 1) cells = (40, 16) of 64, half as wide and a quarter as high as the picture.
        var values = new float[7 * 16];
        foreach (var (row, value) in new[] { (0, 0.81f), (1, MathF.Atanh(0.5f)), (4, MathF.Log(1f / 3)), (5, 0.9f), (6, 0.1f) })
        {
            values[(row * 16) + 4 + 2] = value;
        }

        var model = TinyDetector.Of(("output", [1, 7, 4, 4], values));

        DetectorBench.IsOnly(
            "a", Math.Pow(0.81, 0.6) * Math.Pow(0.9, 0.4), (48, 8, 64, 16), DetectorBench.Find(_bench.Options(model, "a", "b"), 128, 64));
    }

    [Fact]
    public void Layout_EachModel_IsTold()
    {
        Assert.Equal(DetectorLayoutKind.YoloX, LayoutOf(TinyDetector.YoloX()));
        Assert.Equal(DetectorLayoutKind.YoloV8, LayoutOf(TinyDetector.YoloV8()));
        Assert.Equal(DetectorLayoutKind.Ssd, LayoutOf(TinyDetector.Ssd(([1, 0, 0], [0, 0, 0, 0]))));
        Assert.Equal(DetectorLayoutKind.TinyYoloV2, LayoutOf(TinyDetector.Of(("grid", [1, 125, 2, 2], new float[500]))));

        // As many channels, but cells of 16 pixels.
        Assert.Equal(DetectorLayoutKind.FastestDet, LayoutOf(TinyDetector.Of(("grid", [1, 125, 4, 4], new float[2000]))));
    }

    private DetectorLayoutKind LayoutOf(OnnxGraphBuilder model)
    {
        using var detector = DetectorBench.Load(_bench.Options(model));
        return detector.Layout;
    }
}
