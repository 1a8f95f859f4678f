using System.Diagnostics.Metrics;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Hosting;

namespace EdgeCctv.Tests.Documents;

public sealed class MetersDocumentTests
{
    [Fact]
    public async Task Meters_Reference_IsWhatIsPublished()
    {
        var proof = new ProofRig();
        await using var rig = proof.Camera;
        using var meters = new TestMeters();
        _ = new StatisticsMeters(new StatisticsBoard(rig.Time), rig.Frames, rig.Time, meters);
        _ = new ProofMeters(proof.Watch, meters);
        using var analysis = new AnalysisMeters(proof.Analysis, proof.LiveAnalysis, meters);
        using var camera = new CameraMeters(rig.Manager, rig.Time, meters);

        GeneratedDocument.IsCurrent(
            "docs/meters.md",
            $"""
            # Meters

            Published through `System.Diagnostics.Metrics` by the meter `{StatisticsMeters.MeterName}`, for `dotnet-counters monitor --counters {StatisticsMeters.MeterName}` and for every collector that reads such meters. Units are UCUM. Counters count for as long as the process lives and never go back: neither a stop nor a reset of the statistics touches them. Values are read only when somebody collects; only the histogram is told of every analysed frame, and costs nothing while nobody listens.

            | meter | kind | unit | meaning |
            |---|---|---|---|
            {string.Join('\n', meters.Instruments.OrderBy(one => one.Name, StringComparer.Ordinal).Select(Row))}

            This page is written from the instruments themselves by the test `MetersDocumentTests`.

            """);
    }

    private static string Row(Instrument instrument) => $"| `{instrument.Name}` | {Kind(instrument)} | {instrument.Unit} | {instrument.Description} |";

    private static string Kind(Instrument instrument) => instrument.GetType().Name.Split('`')[0] switch
    {
        "ObservableCounter" => "counter",
        "ObservableGauge" => "gauge",

        // Told of every analysed frame: some dozens a second.
        "Histogram" when instrument.Name == "edgecctv.analyzer.duration" => "histogram",
        var other => throw new ArgumentOutOfRangeException(nameof(instrument), other, "A kind of instrument that costs something per frame."),
    };
}
