using EdgeCctv.Core.Capture;

namespace EdgeCctv.Core.Camera;

/// <summary>
/// Sessions whose native side did not return in time. A native call cannot be undone in managed code: its thread is abandoned and
/// counted, and its source is not opened again until it came back. Used on the mailbox only.
/// </summary>
internal sealed class CapturesLeftBehind
{
    // Bound: each attempt adds at most one, and a source that is in here is not attempted again.
    private readonly List<CaptureSession> _sessions = [];

    public int Count => _sessions.Count;

    public void Add(CaptureSession session)
    {
        session.Cancel();
        _sessions.Add(session);
    }

    /// <returns>Whether it was one of them.</returns>
    public bool Remove(CaptureSession session) => _sessions.Remove(session);

    public bool Hold(CameraSource source) => _sessions.Exists(session => session.Source.Equals(source));
}
