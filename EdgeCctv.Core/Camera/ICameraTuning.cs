using EdgeCctv.Core.Capture;

namespace EdgeCctv.Core.Camera;

/// <summary>
/// Knows how a camera is to be opened and read at this moment. Asked anew each time, also once a picture: what it answers counts from the
/// next picture on for the quality and for when a camera is lost, from the next attempt on for the first picture, and from the next
/// failure on for the schedule. Thread-safe and quick; takes no lock.
/// </summary>
public interface ICameraTuning
{
    CameraTuning Of(CameraSource camera);
}
