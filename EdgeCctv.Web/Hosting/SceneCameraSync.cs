using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Web.Configuration;

namespace EdgeCctv.Web.Hosting;

/// <summary>Tells the scene watch which camera it looks at: the one that is open or being opened, before that the configured one.</summary>
internal sealed class SceneCameraSync(CameraLifecycleManager camera, SceneWatch watch, SourceBook book, EdgeCctvSettings settings) : IHostedService
{
    /// <summary>A newcomer sees it learn, and then what it is for: the demo's first event comes a minute and a half after its start.</summary>
    private static readonly TimeSpan DemoLearnsFor = TimeSpan.FromSeconds(45);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        camera.StatusChanged += OnChanged;
        OnChanged(camera.GetState());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        camera.StatusChanged -= OnChanged;
        return Task.CompletedTask;
    }

    private void OnChanged(CameraStatus status)
    {
        var source = status.Source ?? book.Current;
        watch.Use(new SceneCamera(source.Display, source.Kind == CameraSourceKind.Demo ? DemoLearnsFor : settings.Scene.LearnFor));
    }
}
