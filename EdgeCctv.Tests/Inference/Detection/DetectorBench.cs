using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Detection;
using EdgeCctv.Core.Inference.Onnx;
using EdgeCctv.Core.Inference.Sessions;
using EdgeCctv.Core.Inference.Zones;

namespace EdgeCctv.Tests.Inference.Detection;

/// <summary>Runs detectors from files, as they come.</summary>
internal sealed class DetectorBench : IDisposable
{
    public static readonly SessionFactory Sessions = new(InferenceSettings.Default);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edgecctv-detector-");

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public DetectorOptions Options(OnnxGraphBuilder model, params string[] labels)
    {
        var options = new DetectorOptions(Write("model.onnx", model.ToBytes()));
        return labels.Length == 0 ? options : options with { LabelFile = Write("labels.txt", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', labels))) };
    }

    public static Detector Load(DetectorOptions options) => new(options, Sessions);

    /// <summary>What it finds in a dark picture of a source of this size.</summary>
    public static IReadOnlyList<DetectedObject> Find(DetectorOptions options, int width = TinyDetector.Side, int height = TinyDetector.Side, ZoneSet? zones = null)
    {
        using var detector = DetectorBench.Load(options);
        return detector.Detect(Dark(detector, width, height), width, height, zones);
    }

    public static ColourPicture Dark(Detector detector, int width, int height) => Plain(detector, width, height, 0);

    public static ColourPicture Plain(Detector detector, int width, int height, byte value)
    {
        var (across, down) = detector.PictureSize(width, height);
        var pixels = new byte[3 * across * down];
        pixels.AsSpan().Fill(value);
        return new ColourPicture(across, down, pixels);
    }

    /// <summary>The only one there is: as expected, to a hundredth.</summary>
    public static void IsOnly(string label, double score, (double X, double Y, double Width, double Height) box, IReadOnlyList<DetectedObject> found)
    {
        var one = Assert.Single(found);
        Assert.Equal(label, one.Label);
        Assert.Equal(score, one.Score, 0.001);
        Assert.Equal(box.X, one.Box.X, 0.01);
        Assert.Equal(box.Y, one.Box.Y, 0.01);
        Assert.Equal(box.Width, one.Box.Width, 0.01);
        Assert.Equal(box.Height, one.Box.Height, 0.01);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
