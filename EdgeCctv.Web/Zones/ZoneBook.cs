using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Web.Configuration;

namespace EdgeCctv.Web.Zones;

/// <summary>
/// The zones of every camera, as operators change them: judged, written down, in force at once, and the last change of each camera
/// can be undone. Thread-safe.
/// </summary>
public sealed class ZoneBook(OperatorSettings settings)
{
    private static readonly ZoneReply Nothing = new(null, null);

    private readonly Lock _lock = new();

    // One change a camera.
    private readonly Dictionary<string, ZoneChange> _last = new(StringComparer.Ordinal);

    /// <param name="camera">The camera's locator without its secrets.</param>
    /// <returns>Its zones; those that somebody wrote into the file against the rules are left out.</returns>
    public IReadOnlyList<Zone> Of(string camera) => ZoneRules.Sound(settings.Of(camera).Zones);

    /// <summary>What can be undone; null for nothing.</summary>
    public ZoneChange? LastChange(string camera)
    {
        lock (_lock)
        {
            return _last.GetValueOrDefault(camera);
        }
    }

    /// <summary>Adds a zone under the first free of the names "Zone 1", "Zone 2" …</summary>
    public ZoneReply Add(string camera, ZoneKind kind, IReadOnlyList<ZonePoint> corners)
    {
        lock (_lock)
        {
            var zones = Of(camera);
            var name = Enumerable.Range(1, zones.Count + 1).Select(number => $"Zone {number}").First(free => !IsTaken(zones, free));
            var zone = new Zone(name, kind, corners);
            return Judged(zone, zones) ?? Write(camera, [.. zones, zone], ZoneChange.Drew(zone, zones));
        }
    }

    /// <summary>Puts a zone in another's place.</summary>
    /// <param name="camera">The camera's locator without its secrets.</param>
    /// <param name="name">Which one.</param>
    /// <param name="change">Gives the new one.</param>
    public ZoneReply Change(string camera, string name, Func<Zone, Zone> change)
    {
        lock (_lock)
        {
            var zones = Of(camera);
            if (zones.FirstOrDefault(zone => zone.Name == name) is not { } before)
            {
                return new(null, $"There is no zone \"{name}\" any more.");
            }

            var after = change(before);
            return after == before ? Nothing
                : Judged(after, [.. zones.Where(zone => zone != before)])
                    ?? Write(camera, [.. zones.Select(zone => zone == before ? after : zone)], ZoneChange.Replaced(before, after, zones));
        }
    }

    /// <summary>Removes a zone; one that is gone already is well.</summary>
    public ZoneReply Delete(string camera, string name)
    {
        lock (_lock)
        {
            var zones = Of(camera);
            return zones.FirstOrDefault(zone => zone.Name == name) is { } gone
                ? Write(camera, [.. zones.Where(zone => zone != gone)], ZoneChange.Deleted(gone, zones))
                : Nothing;
        }
    }

    /// <summary>Takes the last change of this camera's zones back, whoever made it.</summary>
    /// <param name="camera">The camera's locator without its secrets.</param>
    /// <param name="only">Only if it is this one.</param>
    /// <returns>Why it was refused, for people; null when it is done.</returns>
    public string? Undo(string camera, ZoneChange? only = null)
    {
        lock (_lock)
        {
            if (only is not null && _last.GetValueOrDefault(camera) != only)
            {
                return "It was changed again since then, and stays as it is.";
            }

            var refusal = _last.TryGetValue(camera, out var last) ? Store(camera, last.Before) : null;
            if (refusal is null)
            {
                _last.Remove(camera);
            }

            return refusal;
        }
    }

    private static bool IsTaken(IEnumerable<Zone> zones, string name) => zones.Any(zone => string.Equals(zone.Name, name, StringComparison.OrdinalIgnoreCase));

    private static ZoneReply? Judged(Zone zone, IReadOnlyCollection<Zone> others) =>
        ZoneRules.Refusal(zone, others) is { } refusal ? new(null, refusal) : null;

    private ZoneReply Write(string camera, IReadOnlyList<Zone> after, ZoneChange change)
    {
        if (Store(camera, after) is { } refusal)
        {
            return new(null, refusal);
        }

        _last[camera] = change;
        return new(change, null);
    }

    private string? Store(string camera, IReadOnlyList<Zone> zones)
    {
        try
        {
            settings.Change(camera, choices => choices with { Zones = zones });
            return null;
        }
        catch (IOException refused)
        {
            return refused.Message;
        }
    }
}
