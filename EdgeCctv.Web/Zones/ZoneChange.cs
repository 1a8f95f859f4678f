using EdgeCctv.Core.Inference.Zones;

namespace EdgeCctv.Web.Zones;

/// <summary>A change of a camera's zones, which can be taken back while it is the last one.</summary>
public sealed class ZoneChange
{
    private ZoneChange(ZoneVerb verb, Zone zone, Zone after, IReadOnlyList<Zone> before) => (Verb, Zone, After, Before) = (verb, zone, after, before);

    public ZoneVerb Verb { get; }

    /// <summary>The zone as it was; one that was drawn, as it is.</summary>
    public Zone Zone { get; }

    /// <summary>The zone as it is; one that was deleted, as it was.</summary>
    public Zone After { get; }

    /// <summary>All zones of the camera as they were.</summary>
    internal IReadOnlyList<Zone> Before { get; }

    internal static ZoneChange Drew(Zone zone, IReadOnlyList<Zone> before) => new(ZoneVerb.Drew, zone, zone, before);

    internal static ZoneChange Deleted(Zone zone, IReadOnlyList<Zone> before) => new(ZoneVerb.Deleted, zone, zone, before);

    internal static ZoneChange Replaced(Zone zone, Zone after, IReadOnlyList<Zone> before) => new(
        zone.Name != after.Name ? ZoneVerb.Renamed : zone.Kind != after.Kind ? ZoneVerb.Changed : ZoneVerb.Moved, zone, after, before);
}

/// <summary>What was done to a zone.</summary>
public enum ZoneVerb
{
    Drew,
    Moved,
    Renamed,

    /// <summary>It is of another kind.</summary>
    Changed,

    Deleted,
}

/// <summary>What came of a change.</summary>
/// <param name="Change">What was done; null when nothing had to be, or it was refused.</param>
/// <param name="Refusal">Why it was refused, for people; null when it is done.</param>
public sealed record ZoneReply(ZoneChange? Change, string? Refusal);
