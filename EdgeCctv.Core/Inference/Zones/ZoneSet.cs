using System.Collections.Immutable;

namespace EdgeCctv.Core.Inference.Zones;

/// <summary>The zones of the camera that is watched now; every analyser reads them anew for every frame. Thread-safe.</summary>
public sealed class ZoneSet
{
    private ImmutableArray<Zone> _zones = [];

    public ImmutableArray<Zone> Zones => _zones;

    /// <summary>Puts others in their place; in force from the next analysed frame on.</summary>
    public void Replace(IEnumerable<Zone> zones) => ImmutableInterlocked.InterlockedExchange(ref _zones, [.. zones]);
}
