using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Web.Configuration;

namespace EdgeCctv.Web.Zones;

/// <summary>Keeps the zones in force those of the camera that is watched: at every switch of the camera, and at every change by an operator.</summary>
public sealed class ZoneFollower(CameraLifecycleManager camera, ZoneBook book, OperatorSettings choices, SourceBook sources, ZoneSet inForce) : IHostedService
{
    private readonly Lock _lock = new();
    private string? _camera;

    /// <summary>Whose zones are in force: the camera's locator without its secrets.</summary>
    public string Camera => (camera.GetState().Source ?? sources.Current).Display;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        camera.StatusChanged += OnStatus;
        choices.Changed += OnChosen;
        Follow(Camera);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        camera.StatusChanged -= OnStatus;
        choices.Changed -= OnChosen;
        return Task.CompletedTask;
    }

    private void OnStatus(CameraStatus status)
    {
        if (Volatile.Read(ref _camera) != Camera)
        {
            Follow(Camera);
        }
    }

    private void OnChosen(string whose)
    {
        if (whose == Camera)
        {
            Follow(whose);
        }
    }

    // Two threads may come at once; what is read last is put last.
    private void Follow(string whose)
    {
        lock (_lock)
        {
            inForce.Replace(book.Of(whose));
            Volatile.Write(ref _camera, whose);
        }
    }
}
