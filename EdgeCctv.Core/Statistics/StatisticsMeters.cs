using System.Diagnostics.Metrics;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Statistics;

/// <summary>
/// Publishes frames, readers and statistics as meters. Everything is read when somebody collects, so that a frame costs nothing; nobody
/// collects, nobody reads. Counters count for as long as the process lives and never go back, whoever resets the statistics; what
/// begins anew with a start or a reset is a gauge.
/// </summary>
public sealed class StatisticsMeters
{
    /// <summary>The name of the meter that all instruments of this product belong to.</summary>
    public const string MeterName = "EdgeCctv";

    // A collection asks a dozen instruments one after the other; they share one reading.
    private static readonly TimeSpan ReadingLasts = TimeSpan.FromMilliseconds(100);

    private readonly StatisticsBoard _board;
    private readonly FrameBroadcaster _frames;
    private readonly TimeProvider _clock;
    private volatile Reading? _reading;

    public StatisticsMeters(StatisticsBoard board, FrameBroadcaster frames, TimeProvider clock, IMeterFactory meters)
    {
        (_board, _frames, _clock) = (board, frames, clock);
        var meter = meters.Create(MeterName);
        AddFrames(meter);
        AddPicture(meter);
        AddReaders(meter);
        AddAnalysis(meter);
    }

    private StatisticsSnapshot Statistics
    {
        get
        {
            var reading = _reading;
            if (reading is null || _clock.GetElapsedTime(reading.At) > ReadingLasts)
            {
                _reading = reading = new Reading(_clock.GetTimestamp(), _board.Read());
            }

            return reading.Snapshot;
        }
    }

    private void AddFrames(Meter meter)
    {
        meter.CreateObservableCounter("edgecctv.camera.frames", () => Statistics.TotalFrames, "{frame}", "Frames captured since the process began.");
        meter.CreateObservableGauge("edgecctv.camera.session.frames", () => Statistics.SessionFrames, "{frame}", "Frames captured since the last start or reset.");
        meter.CreateObservableGauge("edgecctv.camera.rate", () => Statistics.Fps, "{frame}/s", "Frames captured in the last finished second.");
        meter.CreateObservableGauge("edgecctv.camera.rate.average", () => Statistics.AvgFps30s, "{frame}/s", "Mean of the last 30 one-second samples.");
    }

    private void AddPicture(Meter meter)
    {
        meter.CreateObservableGauge("edgecctv.picture.sequence", () => Newest(frame => frame.Sequence), "{frame}", "Number of the newest picture; nothing while there is none.");
        meter.CreateObservableGauge("edgecctv.picture.age", () => Newest(frame => frame.Age(_clock).TotalMilliseconds), "ms", "Age of the newest picture, drift included; nothing while there is none.");
        meter.CreateObservableGauge("edgecctv.picture.drift", () => Newest(frame => frame.Drift.TotalMilliseconds), "ms", "How much longer than the quickest one the newest picture was on its way.");
        meter.CreateObservableGauge("edgecctv.picture.unchanged", () => Newest(frame => frame.UnchangedFor.TotalMilliseconds), "ms", "For how long the camera has been sending the newest picture.");
        meter.CreateObservableGauge("edgecctv.picture.latency", Latency, "ms", "Receipt to paint plus drift over all screens in the last minute, by statistic (p50, p95, max); nothing when no screen painted.");
        meter.CreateObservableGauge("edgecctv.picture.latency.part", PartsOfLatency, "ms", "Where that latency went, by part (drift, prepare, wait, send, paint) and statistic (p50, p95); each part's percentiles by themselves, so that they need not add up.");
    }

    private void AddReaders(Meter meter)
    {
        meter.CreateObservableGauge("edgecctv.readers", () => _frames.Readers, "{reader}", "Screens and REST clients that are reading frames now.");
        meter.CreateObservableCounter("edgecctv.readers.skipped", () => _frames.Skipped, "{frame}", "Frames that readers were too slow to get, over all readers since the process began.");
    }

    private void AddAnalysis(Meter meter)
    {
        meter.CreateObservableCounter("edgecctv.analysis.frames", () => Statistics.TotalAnalysedFrames, "{frame}", "Frames that the scene analysis has judged since the process began.");
        meter.CreateObservableCounter("edgecctv.analysis.anomalies", () => Statistics.TotalAnomalies, "{frame}", "Anomalies since the process began.");
        meter.CreateObservableGauge("edgecctv.analysis.anomalies.last_1k", () => Statistics.AnomaliesLast1k, "{frame}", "Anomalies among the last 1 000 frames that it has judged since the last start or reset.");
    }

    private IEnumerable<Measurement<T>> Newest<T>(Func<Frame, T> read)
        where T : struct => _frames.Newest is { } frame ? [new Measurement<T>(read(frame))] : [];

    private IEnumerable<Measurement<float>> Latency() => Statistics.Latency is not { } latency
        ? []
        : [Percentile("p50", latency.P50), Percentile("p95", latency.P95), Percentile("max", latency.Max)];

    private IEnumerable<Measurement<float>> PartsOfLatency() => Statistics.LatencyParts is not { } parts
        ? []
        : parts.InOrder().SelectMany<(string Name, PartPercentiles Percentiles), Measurement<float>>(
            part => [Percentile("p50", part.Percentiles.P50, part.Name), Percentile("p95", part.Percentiles.P95, part.Name)]);

    private static Measurement<float> Percentile(string name, float value) => new(value, new KeyValuePair<string, object?>("statistic", name));

    private static Measurement<float> Percentile(string name, float value, string part) =>
        new(value, new KeyValuePair<string, object?>("part", part), new KeyValuePair<string, object?>("statistic", name));

    private sealed record Reading(long At, StatisticsSnapshot Snapshot);
}
