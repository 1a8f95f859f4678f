using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Detection;
using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeCctv.Tests.Inference.Detection;

public sealed class ObjectDetectionAnalyzerTests : IDisposable
{
    private readonly DetectorBench _bench = new();
    private readonly Decoders _decoders = new();
    private readonly ZoneSet _zones = new();
    private readonly ObjectDetectionFactory _factory;

    // A box in the middle of the input, as large as half of it: of the frame too.
    public ObjectDetectionAnalyzerTests() => _factory = new ObjectDetectionFactory(
        _bench.Options(TinyDetector.YoloV8((0, [32, 32, 32, 32, 0.9f, 0, 0])), "person") with { Fit = PictureFit.Stretch, PicturesPerSecond = 3 },
        DetectorBench.Sessions,
        _decoders,
        _zones,
        NullLogger<ObjectDetectionFactory>.Instance);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Analyze_Frame_GivesBoxesInItsPixels()
    {
        using var analyzer = _factory.Create();

        var finding = Assert.IsType<DetectionFinding>(analyzer.Analyze(TestFrames.Frame(1)));

        Assert.Equal((64, 64), _decoders.Asked);
        DetectorBench.IsOnly(
            "person", 0.9, (TinyJpeg.Width / 4.0, TinyJpeg.Height / 4.0, TinyJpeg.Width / 2.0, TinyJpeg.Height / 2.0), finding.Objects);
        Assert.False(finding.IsAnomaly);
    }

    [Fact]
    public void Analyze_PictureThatCannotBeDecoded_GivesNothingAndTheNextOneDoes()
    {
        using var analyzer = _factory.Create();

        _decoders.Fails = true;
        Assert.Null(analyzer.Analyze(TestFrames.Frame(1)));

        _decoders.Fails = false;
        Assert.NotNull(analyzer.Analyze(TestFrames.Frame(2)));
    }

    [Fact]
    public void Analyze_ZoneDrawnMeanwhile_CountsFromTheNextFrameOn()
    {
        using var analyzer = _factory.Create();
        Assert.Single(((DetectionFinding)analyzer.Analyze(TestFrames.Frame(1))!).Objects);

        _zones.Replace([new Zone("gate", ZoneKind.Ignore, [new(0.4, 0.4), new(0.6, 0.4), new(0.5, 0.6)])]);

        Assert.Empty(((DetectionFinding)analyzer.Analyze(TestFrames.Frame(2))!).Objects);
    }

    [Fact]
    public void Factory_Facts_AreThoseOfTheOptions()
    {
        Assert.Equal(("detector", false, 3.0), (_factory.Name, _factory.NeedsGrey, _factory.MostPerSecond));
    }

    [Fact]
    public void Dispose_Analyzer_FreesTheDecoder()
    {
        _factory.Create().Dispose();

        Assert.Equal(1, _decoders.Disposed);
    }

    [Fact]
    public void Create_NoDecoder_SaysWhy()
    {
        _decoders.Missing = "GStreamer is not installed.";

        Assert.Contains("GStreamer is not installed.", Assert.Throws<AnalysisException>(_factory.Create).Message, StringComparison.Ordinal);
    }

    private sealed class Decoders : IColourDecoderFactory, IColourDecoder
    {
        public bool Fails { get; set; }

        public string? Missing { get; set; }

        public (int Width, int Height) Asked { get; private set; }

        public int Disposed { get; private set; }

        public IColourDecoder CreateColourDecoder() => Missing is null ? this : throw new InvalidOperationException(Missing);

        public ColourPicture? Decode(byte[] jpeg, int width, int height)
        {
            Asked = (width, height);
            return Fails ? null : new ColourPicture(width, height, new byte[3 * width * height]);
        }

        public void Dispose() => Disposed++;
    }
}
