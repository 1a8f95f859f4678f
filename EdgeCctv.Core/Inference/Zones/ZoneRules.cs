using System.Globalization;

namespace EdgeCctv.Core.Inference.Zones;

/// <summary>What a zone may be. Pure; whoever stores zones asks first.</summary>
public static class ZoneRules
{
    public const int LeastCorners = 3;
    public const int MostCorners = 32;
    public const int MostZones = 16;
    public const int LongestName = 40;

    // Of the picture; a square of a hundredth of its width and height. Smaller ones are slips of the hand.
    private const double LeastArea = 1e-4;

    /// <summary>Why <paramref name="zone"/> cannot stand beside <paramref name="others"/>, in a sentence for people; null when it can.</summary>
    public static string? Refusal(Zone zone, IReadOnlyCollection<Zone> others) =>
        NameRefusal(zone.Name, others) ?? ShapeRefusal(zone.Corners)
        ?? (Enum.IsDefined(zone.Kind) ? null : "A zone includes, ignores, or names a place.")
        ?? (others.Count < MostZones ? null : Say($"{MostZones} zones are the most. Delete one that is not needed any more."));

    /// <summary>Why <paramref name="corners"/> are no outline, in a sentence for people; null when they are.</summary>
    public static string? ShapeRefusal(IReadOnlyList<ZonePoint> corners) => corners switch
    {
        { Count: < LeastCorners } => Say($"A zone needs at least {LeastCorners} corners."),
        { Count: > MostCorners } => Say($"A zone may have {MostCorners} corners at most; this one has {corners.Count}."),
        _ when !corners.All(IsInPicture) => "A corner lies outside the picture.",
        _ when CrossesItself(corners) => "The outline crosses or touches itself. Move or remove a corner.",
        _ when Area(corners) < LeastArea => "The zone is too small to hold anything.",
        _ => null,
    };

    /// <summary>Those of <paramref name="zones"/> that may stand together, in their order.</summary>
    public static IReadOnlyList<Zone> Sound(IEnumerable<Zone> zones) =>
        zones.Aggregate(new List<Zone>(), (sound, zone) =>
        {
            if (zone is { Name: not null, Corners: not null } && Refusal(zone, sound) is null)
            {
                sound.Add(zone);
            }

            return sound;
        });

    private static string? NameRefusal(string name, IReadOnlyCollection<Zone> others) => name switch
    {
        _ when string.IsNullOrWhiteSpace(name) => "A zone needs a name.",
        { Length: > LongestName } => Say($"A name may have {LongestName} characters at most."),
        _ when name.Any(char.IsControl) => "A name may have no control characters.",
        _ when others.Any(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)) => $"There is a zone \"{name}\" already.",
        _ => null,
    };

    // Not a number is in no range.
    private static bool IsInPicture(ZonePoint corner) => corner is { X: >= 0 and <= 1, Y: >= 0 and <= 1 };

    private static double Area(IReadOnlyList<ZonePoint> corners) =>
        Math.Abs(Edges(corners).Sum(edge => (edge.A.X * edge.B.Y) - (edge.B.X * edge.A.Y))) / 2;

    private static bool CrossesItself(IReadOnlyList<ZonePoint> corners)
    {
        var edges = Edges(corners).ToArray();
        for (var i = 0; i < edges.Length; i++)
        {
            for (var j = i + 1; j < edges.Length; j++)
            {
                var isNeighbour = j == i + 1 || (i == 0 && j == edges.Length - 1);
                if (isNeighbour ? TurnsBack(edges[i], edges[j]) : Meet(edges[i], edges[j]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<(ZonePoint A, ZonePoint B)> Edges(IReadOnlyList<ZonePoint> corners) =>
        corners.Select((corner, index) => (corner, corners[(index + 1) % corners.Count]));

    // Neighbours share one corner; they must not lie on each other, nor may one be without length.
    private static bool TurnsBack((ZonePoint A, ZonePoint B) one, (ZonePoint A, ZonePoint B) other)
    {
        var (before, shared, after) = one.B == other.A ? (one.A, one.B, other.B) : (other.A, other.B, one.B);
        var along = ((shared.X - before.X) * (after.X - shared.X)) + ((shared.Y - before.Y) * (after.Y - shared.Y));
        return before == shared || shared == after || (Side(before, shared, after) == 0 && along < 0);
    }

    private static bool Meet((ZonePoint A, ZonePoint B) one, (ZonePoint A, ZonePoint B) other)
    {
        var (a, b) = (Side(one.A, one.B, other.A), Side(one.A, one.B, other.B));
        var (c, d) = (Side(other.A, other.B, one.A), Side(other.A, other.B, one.B));
        return (a != b && c != d) || (a == 0 && IsBetween(one, other.A)) || (b == 0 && IsBetween(one, other.B))
            || (c == 0 && IsBetween(other, one.A)) || (d == 0 && IsBetween(other, one.B));
    }

    private static int Side(ZonePoint a, ZonePoint b, ZonePoint point) =>
        Math.Sign(((b.X - a.X) * (point.Y - a.Y)) - ((b.Y - a.Y) * (point.X - a.X)));

    // For a point on the same line.
    private static bool IsBetween((ZonePoint A, ZonePoint B) edge, ZonePoint point) =>
        Math.Min(edge.A.X, edge.B.X) <= point.X && point.X <= Math.Max(edge.A.X, edge.B.X)
        && Math.Min(edge.A.Y, edge.B.Y) <= point.Y && point.Y <= Math.Max(edge.A.Y, edge.B.Y);

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
