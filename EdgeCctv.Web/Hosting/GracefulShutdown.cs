using System.Runtime.InteropServices;
using EdgeCctv.Core.Camera;

namespace EdgeCctv.Web.Hosting;

/// <summary>On every way out: the camera is released first, then the server ends; each step is logged with its duration.</summary>
internal sealed class GracefulShutdown(
    CameraLifecycleManager camera,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<GracefulShutdown> logger) : IHostedLifecycleService, IDisposable
{
    private readonly List<PosixSignalRegistration> _signals = [];
    private long _began;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _signals.AddRange(new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }
            .Select(signal => PosixSignalRegistration.Create(signal, OnSignal)));
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _began = clock.GetTimestamp();
        ShutdownLog.CleanupStarted(logger);
        await camera.ShutdownAsync("shutdown");
        ShutdownLog.CameraReleased(logger, Elapsed);
    }

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        ShutdownLog.CleanupComplete(logger, Elapsed);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _signals.ForEach(signal => signal.Dispose());

    private double Elapsed => clock.GetElapsedTime(_began).TotalMilliseconds;

    private void OnSignal(PosixSignalContext context)
    {
        ShutdownLog.SignalReceived(logger, context.Signal);
        context.Cancel = true;
        lifetime.StopApplication();
    }
}
