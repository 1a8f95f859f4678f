using EdgeCctv.Core.Inference;

namespace EdgeCctv.Web.Hosting;

/// <summary>Begins the analysis with the process, and tells it to end before the camera is released, so that both end at the same time.</summary>
internal sealed class AnalysisLife(AnalysisWorker worker) : IHostedLifecycleService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        worker.Start();
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        worker.End();
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
