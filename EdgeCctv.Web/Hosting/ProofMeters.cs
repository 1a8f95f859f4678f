using System.Diagnostics.Metrics;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Hosting;

/// <summary>Publishes the chain of proof as meters, beside <see cref="StatisticsMeters"/>: read when somebody collects.</summary>
internal sealed class ProofMeters
{
    private readonly ProofWatch _proof;

    public ProofMeters(ProofWatch proof, IMeterFactory meters)
    {
        _proof = proof;
        var meter = meters.Create(StatisticsMeters.MeterName);
        meter.CreateObservableGauge("edgecctv.proof.age", Ages, "ms", "Time since the last success of each link between camera and screen, by link (capture, decode, analysis, send, paint); nothing where there was none or none is wanted.");
        meter.CreateObservableGauge("edgecctv.proof.ok", Oks, "1", "1 for a link that succeeds in time, 0 for one that is late or failing, by link; nothing while nothing is wanted of it.");
    }

    private IEnumerable<Measurement<double>> Ages() =>
        from link in _proof.Read().Links
        where link.Age is not null
        select new Measurement<double>(link.Age!.Value.TotalMilliseconds, Tag(link));

    private IEnumerable<Measurement<int>> Oks() =>
        from link in _proof.Read().Links
        where link.State != ProofState.Off
        select new Measurement<int>(link.State == ProofState.Ok ? 1 : 0, Tag(link));

    private static KeyValuePair<string, object?> Tag(ProofLink link) => new("link", link.Step.Word());
}
