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
    /// <summary>As long as a shutdown may take.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly ManualResetEventSlim _complete = new();
    private long _began;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _signals.AddRange(new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }
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
        _complete.Set();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _complete.Set();
    }

    private double Elapsed => clock.GetElapsedTime(_began).TotalMilliseconds;

    /// <summary>Begins the end of the process.</summary>
    /// <param name="signal">What was received; on Windows a closed console comes as SIGHUP, a shutdown of the system as SIGTERM.</param>
    /// <param name="isWindows">There, whatever the handler answers, the process is gone as soon as it has returned from these two.</param>
    internal void End(PosixSignal signal, bool isWindows)
    {
        ShutdownLog.SignalReceived(logger, signal);
        lifetime.StopApplication();
        if (isWindows && signal is PosixSignal.SIGHUP or PosixSignal.SIGTERM)
        {
            _complete.Wait(Limit);
        }
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        End(context.Signal, OperatingSystem.IsWindows());
    }
}
