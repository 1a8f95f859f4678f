using EdgeCctv.Core.Camera;
using EdgeCctv.Web.Configuration;

namespace EdgeCctv.Web.Hosting;

/// <summary>Starts the configured camera with the process, without waiting for it.</summary>
internal sealed class CameraAutoStart(CameraLifecycleManager camera, SourceBook book, EdgeCctvSettings settings) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.AutoStart)
        {
            // The manager logs the outcome and retries by itself.
            _ = camera.StartStreamAsync(book.Current, cancellation: CancellationToken.None);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
