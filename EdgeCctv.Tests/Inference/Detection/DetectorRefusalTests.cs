using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Detection;
using EdgeCctv.Core.Inference.Onnx;

namespace EdgeCctv.Tests.Inference.Detection;

/// <summary>What cannot be used, and the words that say so.</summary>
public sealed class DetectorRefusalTests : IDisposable
{
    private readonly DetectorBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Load_UnknownLayout_SaysWhatWasSeenAndWhatIsSupported()
    {
        var words = Refusal(TinyDetector.Of(("detections", [1, 300, 6], new float[1800])));

        Assert.Contains("images float [1, 3, 64, 64]", words, StringComparison.Ordinal);
        Assert.Contains("detections float [1, 300, 6]", words, StringComparison.Ordinal);
        Assert.All(
            ["YOLOX", "YOLOv8", "SSD", "DETR", "NanoDet", "Tiny YOLOv2", "FastestDet"],
            family => Assert.Contains(family, words, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_AnotherLayoutThanSaid_SaysBoth()
    {
        var words = Refusal(TinyDetector.YoloV8(), options => options with { Layout = DetectorLayoutKind.YoloX });

        Assert.Contains("output0 float [1, 7, 84]", words, StringComparison.Ordinal);
        Assert.Contains("YOLOX", words, StringComparison.Ordinal);
        Assert.DoesNotContain("NanoDet", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_DamagedFiles_AreRefusedByName()
    {
        var good = TinyDetector.YoloV8().ToBytes();
        foreach (var content in new[] { [], good[..(good.Length / 2)], "<html>not found</html>"u8.ToArray() })
        {
            var words = Assert.Throws<AnalysisException>(() => DetectorBench.Load(new DetectorOptions(_bench.Write("bad.onnx", content)))).Message;

            Assert.Contains("bad.onnx", words, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', words);
        }
    }

    [Fact]
    public void Load_FilesMissing_AreNamed()
    {
        var options = _bench.Options(TinyDetector.YoloV8());

        Assert.Contains("/no/such.onnx", Words(() => DetectorBench.Load(new DetectorOptions("/no/such.onnx"))), StringComparison.Ordinal);
        Assert.Contains("/no/such.txt", Words(() => DetectorBench.Load(options with { LabelFile = "/no/such.txt" })), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ClassThatTheListLacks_IsNamed()
    {
        var options = _bench.Options(TinyDetector.YoloV8(), "person", "dog", "car");

        Assert.Contains("'persn'", Words(() => DetectorBench.Load(options with { Classes = ["dog", "persn"] })), StringComparison.Ordinal);
        Assert.Contains(
            "'cat'", Words(() => DetectorBench.Load(options with { ConfidenceOf = new Dictionary<string, float> { ["cat"] = 0.5f } })), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ListOfAnotherLength_IsUsedAndRemarked()
    {
        using var other = DetectorBench.Load(_bench.Options(TinyDetector.YoloV8(), "person", "dog"));
        Assert.Contains("has 2 labels, and the model tells 3 classes apart", other.Remark, StringComparison.Ordinal);

        using var own = DetectorBench.Load(_bench.Options(TinyDetector.YoloV8(), "person", "dog", "car"));
        using var none = DetectorBench.Load(_bench.Options(TinyDetector.YoloV8()));
        Assert.Equal((null, null), (own.Remark, none.Remark));
    }

    [Fact]
    public void Load_InputsOfSomethingElse_AreRefused()
    {
        Assert.Contains("no input for a picture", Refusal(TinyDetector.Of([1, 16], ("output", [1, 4], new float[4]))), StringComparison.Ordinal);
        Assert.Contains(
            "more than a picture", Refusal(TinyDetector.YoloV8().Input("prompt", OnnxType.Int64, 1, 77)), StringComparison.Ordinal);
        Assert.Contains(
            "cannot be changed to 128", Refusal(TinyDetector.YoloV8(), options => options with { InputSize = (128, 64) }), StringComparison.Ordinal);
        Assert.Contains("100000", Refusal(TinyDetector.Of([1, 3, 100_000, 64], ("output", [1, 7, 84], new float[7 * 84]))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Detect_NoNumbers_AreNoted(float bad)
    {
        foreach (var at in new[] { 0, 40, TinyDetector.Cells - 1 })
        {
            var options = _bench.Options(TinyDetector.YoloV8((at, [bad, 0, 0, 0, 0, 0, 0])));

            Assert.Contains("output0", Words(() => DetectorBench.Find(options)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Detect_ScoresBeyondOne_AreNoScores() => Assert.Contains(
        "score of 3.5", Words(() => DetectorBench.Find(_bench.Options(TinyDetector.YoloV8((0, [9, 9, 9, 9, 3.5f, 0, 0]))))), StringComparison.Ordinal);

    private string Refusal(OnnxGraphBuilder model, Func<DetectorOptions, DetectorOptions>? with = null)
    {
        var options = _bench.Options(model);
        return Words(() => DetectorBench.Load(with?.Invoke(options) ?? options));
    }

    private static string Words(Func<object> attempt) => Assert.Throws<AnalysisException>(attempt).Message;
}
