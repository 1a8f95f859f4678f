using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;

namespace EdgeCctv.Tests.Fakes;

/// <summary>One and the same for every camera, until a test sets it otherwise. Thread-safe.</summary>
internal sealed class FakeTuning(CameraSettings limits) : ICameraTuning
{
    private volatile CameraTuning _now = new(limits, CaptureSettings.Default.JpegQuality);

    public CameraTuning Now
    {
        get => _now;
        set => _now = value;
    }

    public CameraTuning Of(CameraSource camera) => _now;
}
