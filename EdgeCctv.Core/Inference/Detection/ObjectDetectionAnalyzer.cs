using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference.Zones;

namespace EdgeCctv.Core.Inference.Detection;

/// <summary>Finds objects in the frames of the camera.</summary>
internal sealed class ObjectDetectionAnalyzer(Detector detector, IColourDecoder decoder, ZoneSet zones) : IFrameAnalyzer
{
    public AnalysisFinding? Analyze(Frame frame)
    {
        var (width, height) = detector.PictureSize(frame.Width, frame.Height);

        // A damaged picture gives no result; the next one will.
        return decoder.Decode(frame.Jpeg, width, height) is { } picture
            ? new DetectionFinding(detector.Detect(picture, frame.Width, frame.Height, zones))
            : null;
    }

    public void Reset()
    {
        // Every frame is looked at on its own: there is nothing to forget.
    }

    public void Terminate() => detector.Terminate();

    public void Dispose()
    {
        decoder.Dispose();
        detector.Dispose();
    }
}
