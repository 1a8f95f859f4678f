using EdgeCctv.Core.Inference.Detection;

namespace EdgeCctv.Tests.Configuration;

public sealed class DetectorKeysTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Load_NoModel_NoDetector() => Assert.Null(ConfigurationText.LoadArguments("--EdgeCctv:Analysis:Detector:Confidence=0.7").Settings.Detector);

    [Fact]
    public void Load_ModelAlone_GivesTheDefaults()
    {
        var (settings, mistakes) = Load();

        Assert.Empty(mistakes);
        var detector = settings.Detector!;
        Assert.Equal(
            new DetectorOptions(_file) { ConfidenceOf = detector.ConfidenceOf, Classes = detector.Classes, Mean = detector.Mean, Deviation = detector.Deviation }, detector);
        Assert.Empty(detector.ConfidenceOf.Keys.Concat(detector.Classes));
        Assert.Empty(detector.Mean.Concat(detector.Deviation));
    }

    [Fact]
    public void Load_EveryKey_IsRead()
    {
        var (settings, mistakes) = Load(
            $"Labels={_file}", "Confidence=0.6", "ConfidenceOf:0=person=0.3", "ConfidenceOf:1=traffic light = 0.9", "Classes:0=person", "Classes:1=traffic light",
            "Overlap=0.5", "MostObjects=7", "PicturesPerSecond=2.5", "Threads=3", "Layout=nanodet", "InputSize=640x384", "Colours=bgr", "Fit=topleft", "Mean=127",
            "Deviation=57.375,57.12, 58.395");

        Assert.Empty(mistakes);
        var detector = settings.Detector!;
        Assert.Equal((_file, _file), (detector.ModelFile, detector.LabelFile));
        Assert.Equal((0.6f, 0.5f, 7, 2.5, 3), (detector.Confidence, detector.Overlap, detector.MostObjects, detector.PicturesPerSecond, detector.Threads));
        Assert.Equal((0.3f, 0.9f), (detector.ConfidenceOf["Person"], detector.ConfidenceOf["traffic light"]));
        Assert.Equal(["person", "traffic light"], detector.Classes);
        Assert.Equal(
            (DetectorLayoutKind.NanoDet, (640, 384), ColourOrder.Bgr, PictureFit.TopLeft), (detector.Layout, detector.InputSize, detector.Colours, detector.Fit));
        Assert.Equal([127, 127, 127, 57.375f, 57.12f, 58.395f], [.. detector.Mean, .. detector.Deviation]);
    }

    [Theory]
    [InlineData("Model=/no/such.onnx")]
    [InlineData("Labels=/no/such.txt")]
    [InlineData("Confidence=0")]
    [InlineData("Confidence=1.1")]
    [InlineData("ConfidenceOf:0=person")]
    [InlineData("ConfidenceOf:0==0.5")]
    [InlineData("ConfidenceOf:0=person=2")]
    [InlineData("Classes:0= ")]
    [InlineData("Overlap=-0.1")]
    [InlineData("MostObjects=0")]
    [InlineData("PicturesPerSecond=0")]
    [InlineData("Threads=17")]
    [InlineData("Layout=yolo5")]
    [InlineData("InputSize=640")]
    [InlineData("InputSize=640x16")]
    [InlineData("InputSize=640x384x3")]
    [InlineData("Colours=grey")]
    [InlineData("Fit=crop")]
    [InlineData("Mean=1,2")]
    [InlineData("Mean=NaN")]
    [InlineData("Deviation=0")]
    [InlineData("Deviation=1,1,x")]
    public void Load_BadValue_IsOneMistakeThatNamesTheKey(string bad)
    {
        var key = bad[..bad.IndexOf('=', StringComparison.Ordinal)];

        Assert.Contains($"EdgeCctv:Analysis:Detector:{key}:", Load(bad).OnlyMistake(), StringComparison.Ordinal);
    }

    private (EdgeCctv.Web.Configuration.EdgeCctvSettings Settings, IReadOnlyList<string> Mistakes) Load(params string[] values) =>
        ConfigurationText.LoadArguments([.. new[] { $"Model={_file}" }.Concat(values).Select(value => $"--EdgeCctv:Analysis:Detector:{value}")]);
}
