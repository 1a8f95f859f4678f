using EdgeCctv.Core.Camera;

namespace EdgeCctv.Web.Hosting;

/// <summary>
/// A native call that never returns cannot be undone, only left behind. When that has happened too often the process asks to be
/// restarted: health checks fail, and the log says so once each time it comes to that.
/// </summary>
internal sealed class RestartNeed(CameraLifecycleManager camera, ILogger<RestartNeed> logger) : IHostedService
{
    /// <summary>With more captures left behind than this the process is to be restarted.</summary>
    public const int MostLostCaptures = 2;

    private bool _wasNeeded;

    /// <summary>Why the process has to be restarted; null while it need not be.</summary>
    public static string? Of(CameraLifecycleManager camera) => camera.IsBroken
        ? "Restart the process: the camera supervisor broke, and the camera can no longer be started or stopped. The log says why."
        : Of(camera.GetState());

    /// <summary>The same as far as the status tells.</summary>
    public static string? Of(CameraStatus status) => status.LostCaptures > MostLostCaptures
        ? $"Restart the process: {status.LostCaptures} captures never returned from the capture library and were left behind; more than {MostLostCaptures} is too many."
        : null;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        camera.StatusChanged += OnChanged;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        camera.StatusChanged -= OnChanged;
        return Task.CompletedTask;
    }

    // On the manager's mailbox: one at a time.
    private void OnChanged(CameraStatus status)
    {
        var need = Of(status);
        if (need is not null && !_wasNeeded)
        {
            RestartLog.Needed(logger, need);
        }

        _wasNeeded = need is not null;
    }
}
