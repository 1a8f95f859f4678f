using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Web.Configuration;

namespace EdgeCctv.Web.Zones;

/// <summary>
/// The zones of every camera, as operators change them: judged, written down, in force at once, and the last change of each camera
/// can be undone. Thread-safe.
/// </summary>
public sealed class ZoneBook(OperatorSettings settings)
{
    private readonly Lock _lock = new();

    // One change a camera.
    private readonly Dictionary<string, ZoneChange> _last = new(StringComparer.Ordinal);

    /// <param name="camera">The camera's locator without its secrets.</param>
    /// <returns>Its zones; those that somebody wrote into the file against the rules are left out.</returns>
    public IReadOnlyList<Zone> Of(string camera) => ZoneRules.Sound(settings.Of(camera).Zones);

    /// <summary>What can be undone, e.g. <c>deleted "Gate"</c>; null for nothing.</summary>
    public string? LastChange(string camera)
    {
        lock (_lock)
        {
            return _last.GetValueOrDefault(camera)?.Words;
        }
    }

    /// <summary>Adds a zone under the first free of the names "Zone 1", "Zone 2" …</summary>
    /// <returns>Its name; else why it was refused, for people.</returns>
    public (string? Name, string? Refusal) Add(string camera, ZoneKind kind, IReadOnlyList<ZonePoint> corners)
    {
        lock (_lock)
        {
            var zones = Of(camera);
            var name = Enumerable.Range(1, zones.Count + 1).Select(number => $"Zone {number}").First(free => !IsTaken(zones, free));
            var zone = new Zone(name, kind, corners);
            var refusal = ZoneRules.Refusal(zone, zones) ?? Write(camera, zones, [.. zones, zone], $"drew \"{name}\"");
            return (refusal is null ? name : null, refusal);
        }
    }

    /// <summary>Puts a zone in another's place.</summary>
    /// <param name="camera">The camera's locator without its secrets.</param>
    /// <param name="name">Which one.</param>
    /// <param name="change">Gives the new one.</param>
    /// <param name="verb">What is done, for the undoing: "moved".</param>
    /// <returns>Why it was refused, for people; null when it is done.</returns>
    public string? Change(string camera, string name, Func<Zone, Zone> change, string verb)
    {
        lock (_lock)
        {
            var zones = Of(camera);
            if (zones.FirstOrDefault(zone => zone.Name == name) is not { } before)
            {
                return $"There is no zone \"{name}\" any more.";
            }

            var after = change(before);
            return after == before ? null
                : ZoneRules.Refusal(after, [.. zones.Where(zone => zone != before)])
                    ?? Write(camera, zones, [.. zones.Select(zone => zone == before ? after : zone)], $"{verb} \"{name}\"");
        }
    }

    /// <summary>Removes a zone; one that is gone already is well.</summary>
    /// <returns>Why it was refused, for people; null when it is done.</returns>
    public string? Delete(string camera, string name)
    {
        lock (_lock)
        {
            var zones = Of(camera);
            return IsTaken(zones, name) ? Write(camera, zones, [.. zones.Where(zone => zone.Name != name)], $"deleted \"{name}\"") : null;
        }
    }

    /// <summary>Takes the last change of this camera's zones back, whoever made it.</summary>
    /// <returns>Why it was refused, for people; null when it is done.</returns>
    public string? Undo(string camera)
    {
        lock (_lock)
        {
            var refusal = _last.TryGetValue(camera, out var last) ? Store(camera, last.Before) : null;
            if (refusal is null)
            {
                _last.Remove(camera);
            }

            return refusal;
        }
    }

    private static bool IsTaken(IEnumerable<Zone> zones, string name) => zones.Any(zone => string.Equals(zone.Name, name, StringComparison.OrdinalIgnoreCase));

    private string? Write(string camera, IReadOnlyList<Zone> before, IReadOnlyList<Zone> after, string words)
    {
        var refusal = Store(camera, after);
        if (refusal is null)
        {
            _last[camera] = new ZoneChange(before, words);
        }

        return refusal;
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

    private sealed record ZoneChange(IReadOnlyList<Zone> Before, string Words);
}
