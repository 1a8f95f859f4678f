using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Sessions;
using EdgeCctv.Core.Inference.Zones;

namespace EdgeCctv.Core.Inference.Detection;

/// <summary>Makes the analyser that finds objects in the frames of the camera. Thread-safe.</summary>
/// <param name="options">Which detector.</param>
/// <param name="sessions">Opens its model.</param>
/// <param name="decoders">Decodes the frames, which travel as JPEG.</param>
/// <param name="zones">Of the camera; read anew for every frame.</param>
public sealed class ObjectDetectionFactory(
    DetectorOptions options, SessionFactory sessions, IColourDecoderFactory decoders, ZoneSet zones) : IFrameAnalyzerFactory
{
    public string Name => "detector";

    public bool NeedsGrey => false;

    public double MostPerSecond => options.PicturesPerSecond;

    public IFrameAnalyzer Create()
    {
        var detector = new Detector(options, sessions);
        try
        {
            return new ObjectDetectionAnalyzer(detector, decoders.CreateColourDecoder(), zones);
        }
        catch (InvalidOperationException exception)
        {
            detector.Dispose();
            throw new AnalysisException($"The detector cannot look at pictures: {exception.Message}", exception);
        }
    }
}
