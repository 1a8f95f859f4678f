using System.Collections.Immutable;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Detection;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Web.Zones;

namespace EdgeCctv.Web.Components.Console;

/// <summary>
/// What one stage has not heard yet of the analysis and of the zones. Whoever sends it says so when it was answered; what is lost with a
/// connection is sent again. On the circuit's dispatcher only.
/// </summary>
internal sealed class StageNews(AnalysisBoard board, ZoneSet zones, TimeProvider clock)
{
    private ImmutableSortedDictionary<string, AnalysisResult> _heardFindings = ImmutableSortedDictionary<string, AnalysisResult>.Empty;

    // Null until the page has heard of any: what an earlier stage drew must go.
    private ImmutableArray<Zone>? _heardZones;

    /// <summary>A timestamp of the clock in milliseconds; for the page to compare with others of this process, nothing else.</summary>
    public double Milliseconds(long timestamp) => timestamp * 1000.0 / clock.TimestampFrequency;

    public StageNewsItems Read()
    {
        var (findings, current) = (board.Newest, zones.Zones);
        return new StageNewsItems(findings, current)
        {
            // What an analyser has no longer found needs no message: it is not drawn over later pictures.
            Findings = findings == _heardFindings ? null : [.. findings.Values.Where(IsNew).Select(Drawn)],
            Zones = current == _heardZones ? null : [.. current.Select(Drawn)],
        };
    }

    public void HeardFindings(StageNewsItems items) => _heardFindings = items.Board;

    public void HeardZones(StageNewsItems items) => _heardZones = items.Set;

    private static StageZone Drawn(Zone zone) => new(zone.Name, zone.Kind.Word(), zone.Corners);

    private bool IsNew(AnalysisResult result) => !ReferenceEquals(result, _heardFindings.GetValueOrDefault(result.Analyzer));

    private StageFinding Drawn(AnalysisResult result)
    {
        return new StageFinding(
            result.Analyzer,
            Milliseconds(result.ReceivedTimestamp),
            result.Finding.IsAnomaly,
            (result.Finding as SceneFinding)?.Heat,
            (result.Finding as DetectionFinding)?.Objects ?? []);
    }
}

/// <summary>What is new, and of which state it tells.</summary>
internal sealed record StageNewsItems(ImmutableSortedDictionary<string, AnalysisResult> Board, ImmutableArray<Zone> Set)
{
    public IReadOnlyList<StageFinding>? Findings { get; init; }

    public IReadOnlyList<StageZone>? Zones { get; init; }
}
