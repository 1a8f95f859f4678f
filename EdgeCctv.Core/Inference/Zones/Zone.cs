namespace EdgeCctv.Core.Inference.Zones;

/// <summary>A part of the picture that an operator has drawn. Immutable.</summary>
/// <param name="Name">For people, unique for the camera.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Corners">A simple polygon of at least three corners, each as shares of the picture's width and height, 0 to 1.</param>
public sealed record Zone(string Name, ZoneKind Kind, IReadOnlyList<ZonePoint> Corners)
{
    public bool Equals(Zone? other) =>
        other is not null && Name == other.Name && Kind == other.Kind && Corners.SequenceEqual(other.Corners);

    public override int GetHashCode() => HashCode.Combine(Name, Kind, Corners.Count);
}

/// <summary>A corner.</summary>
/// <param name="X">Share of the picture's width, 0 at the left edge to 1.</param>
/// <param name="Y">Share of the picture's height, 0 at the top edge to 1.</param>
public readonly record struct ZonePoint(double X, double Y);

/// <summary>What a zone is for.</summary>
public enum ZoneKind
{
    /// <summary>Where there are zones of this kind, nothing outside them counts.</summary>
    Include,

    /// <summary>Nothing inside counts: neither anomalies nor objects.</summary>
    Ignore,

    /// <summary>Only names a place, for the words that say where something is.</summary>
    Name,
}
