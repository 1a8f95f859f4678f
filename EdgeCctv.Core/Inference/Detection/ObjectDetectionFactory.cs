using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Sessions;
using EdgeCctv.Core.Inference.Zones;
using Microsoft.Extensions.Logging;

namespace EdgeCctv.Core.Inference.Detection;

/// <summary>Makes the analyser that finds objects in the frames of the camera. Thread-safe.</summary>
/// <param name="options">Which detector.</param>
/// <param name="sessions">Opens its model.</param>
/// <param name="decoders">Decodes the frames, which travel as JPEG.</param>
/// <param name="zones">Of the camera; read anew for every frame.</param>
/// <param name="logger">Told what looks wrong with the detector.</param>
public sealed class ObjectDetectionFactory(
    DetectorOptions options, SessionFactory sessions, IColourDecoderFactory decoders, ZoneSet zones, ILogger<ObjectDetectionFactory> logger) : IFrameAnalyzerFactory
{
    public string Name => "detector";

    public bool NeedsGrey => false;

    public double MostPerSecond => options.PicturesPerSecond;

    public IFrameAnalyzer Create()
    {
        var detector = new Detector(options, sessions);
        if (detector.Remark is { } remark)
        {
            InferenceLog.Remarked(logger, remark);
        }

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
