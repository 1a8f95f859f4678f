namespace EdgeCctv.Core.Capture.Drill;

/// <summary>Opens what <paramref name="backend"/> opens, so that a rehearsal can come between the camera and everybody else. Thread-safe.</summary>
/// <param name="backend">The real one.</param>
/// <param name="drill">Which rehearsal is under way.</param>
/// <param name="clock">Keeps the time limits of reading.</param>
public sealed class DrillBackend(ICaptureBackend backend, DrillSwitch drill, TimeProvider clock) : ICaptureBackend
{
    public bool CanOpen(CameraSourceKind kind) => backend.CanOpen(kind);

    public ICapture Open(CameraSource source, CaptureSettings settings)
    {
        if (drill.Kind == DrillKind.Disconnect)
        {
            throw Cut(source);
        }

        return new DrillCapture(backend.Open(source, settings), source, drill, clock);
    }

    // Of the faults that a lost connection may have, one that quick retries mend and that does not count as the end of a clip.
    internal static CaptureException Cut(CameraSource source) =>
        new(CameraFault.Refused, $"Drill: the connection to {source.Display} is cut on purpose.");
}
