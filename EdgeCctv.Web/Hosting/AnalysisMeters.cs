using System.Diagnostics.Metrics;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Detection;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Hosting;

/// <summary>
/// Publishes the analysis as meters, beside <see cref="StatisticsMeters"/>: read when somebody collects, but for the durations, of
/// which each is recorded, at most some dozens a second, and only while somebody listens.
/// </summary>
internal sealed class AnalysisMeters : IDisposable
{
    private readonly AnalysisWorker _worker;
    private readonly LiveAnalysis _analysis;
    private readonly Histogram<double> _durations;

    public AnalysisMeters(AnalysisWorker worker, LiveAnalysis analysis, IMeterFactory meters)
    {
        (_worker, _analysis) = (worker, analysis);
        var meter = meters.Create(StatisticsMeters.MeterName);
        _durations = meter.CreateHistogram<double>("edgecctv.analyzer.duration", "ms", "How long the analysis of a frame took, by analyzer.");
        meter.CreateObservableCounter("edgecctv.analyzer.frames", () => Each(one => one.Analysed), "{frame}", "Frames analysed since the process began, by analyzer.");
        meter.CreateObservableCounter("edgecctv.analyzer.skipped", () => Each(one => one.Skipped), "{frame}", "Frames that were due and that it was too slow for since the process began, by analyzer.");
        meter.CreateObservableCounter("edgecctv.analyzer.rebuilds", () => Each(one => one.Rebuilds), "{rebuild}", "How often it was made anew because it hung or broke since the process began, by analyzer.");
        meter.CreateObservableGauge("edgecctv.analyzer.stalled", () => Each(one => one.State == AnalyzerState.Stalled ? 1 : 0), "1", "1 while it hangs, breaks or cannot be made, else 0, by analyzer.");
        meter.CreateObservableGauge("edgecctv.analyzer.threads.lost", () => worker.LostThreads, "{thread}", "Threads of analysers that never returned and were left behind.");
        meter.CreateObservableGauge("edgecctv.analysis.score", () => Scenes(one => one.Score), "1", "How unusual the newest analysed frame is; nothing while that is not known.");
        meter.CreateObservableGauge("edgecctv.analysis.threshold", () => Scenes(one => one.Threshold), "1", "The score above which a frame exceeds what is normal; nothing without a model.");
        meter.CreateObservableGauge("edgecctv.analysis.detections", Detections, "{object}", "Objects in the newest frame that a detector looked at, by label; nothing for labels that are not seen.");
        worker.Analysed += OnAnalysed;
    }

    public void Dispose() => _worker.Analysed -= OnAnalysed;

    private void OnAnalysed(string analyzer, TimeSpan took) => _durations.Record(took.TotalMilliseconds, Tag("analyzer", analyzer));

    private IEnumerable<Measurement<long>> Each(Func<AnalyzerStatus, long> read) =>
        _worker.Status.Select(one => new Measurement<long>(read(one), Tag("analyzer", one.Name)));

    private IEnumerable<Measurement<float>> Scenes(Func<SceneFinding, float?> read) =>
        from result in _analysis.Newest
        let value = result.Finding is SceneFinding scene ? read(scene) : null
        where value is not null
        select new Measurement<float>(value.Value);

    private IEnumerable<Measurement<int>> Detections() =>
        from result in _analysis.Newest
        where result.Finding is DetectionFinding
        from label in ((DetectionFinding)result.Finding).Objects.CountBy(one => one.Label)
        select new Measurement<int>(label.Value, Tag("label", label.Key));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
