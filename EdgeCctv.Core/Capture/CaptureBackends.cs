namespace EdgeCctv.Core.Capture;

/// <summary>All backends of this build, as one: the first that can open a kind of source opens it.</summary>
public sealed class CaptureBackends(IEnumerable<ICaptureBackend> backends) : ICaptureBackend
{
    private readonly ICaptureBackend[] _backends = [.. backends];

    public bool CanOpen(CameraSourceKind kind) => Find(kind) is not null;

    public ICapture Open(CameraSource source, CaptureSettings settings) =>
        Find(source.Kind)?.Open(source, settings)
        ?? throw new CaptureException(CameraFault.BackendMissing, $"No capture backend for {source.Display} is part of this build.");

    private ICaptureBackend? Find(CameraSourceKind kind) => Array.Find(_backends, backend => backend.CanOpen(kind));
}
