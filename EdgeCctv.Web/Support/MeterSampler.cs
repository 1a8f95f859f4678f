using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Inference;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Support;

/// <summary>Takes one sample a second for as long as the program runs, whoever watches; what the feed has read already is not read again.</summary>
/// <param name="history">Keeps them.</param>
/// <param name="feed">Has the statistics.</param>
/// <param name="analysis">Counts what was analysed.</param>
/// <param name="usage">What the process has used up to now.</param>
/// <param name="clock">Says when.</param>
public sealed class MeterSampler(MeterHistory history, StatusFeed feed, AnalysisWorker analysis, Func<ProcessUsage> usage, TimeProvider clock) : IHostedService, IDisposable
{
    private const double Megabyte = 1_000_000;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private (long At, ProcessUsage Usage, long Analysed) _before = (clock.GetTimestamp(), usage(), Analysed(analysis.Status));
    private ITimer? _timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = clock.CreateTimer(_ => Sample(), null, Interval, Interval);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _timer?.Dispose();

    // A busy machine may begin one before the last has ended.
    private void Sample()
    {
        lock (_lock)
        {
            var analysers = analysis.Status;
            var now = (At: clock.GetTimestamp(), Usage: usage(), Analysed: Analysed(analysers));
            var elapsed = clock.GetElapsedTime(_before.At, now.At);
            if (elapsed > TimeSpan.Zero)
            {
                history.Add(Of(feed.Current, elapsed, now.Usage, analysers.Count == 0 ? null : now.Analysed - _before.Analysed));
                _before = now;
            }
        }
    }

    private MeterSample Of(ConsoleStatus status, TimeSpan elapsed, ProcessUsage used, long? analysed) => new(
        status.Camera.State == CameraState.Running ? (float)status.Statistics.Fps : null,
        status.Statistics.Latency?.P50,
        (float?)(analysed / elapsed.TotalSeconds),
        (float)(100 * (used.Processor - _before.Usage.Processor) / elapsed),
        (float)(used.Memory / Megabyte));

    private static long Analysed(IReadOnlyList<AnalyzerStatus> analysers) => analysers.Sum(one => one.Analysed);
}
