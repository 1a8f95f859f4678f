using System.Collections.Immutable;

namespace EdgeCctv.Core.Inference.Zones;

/// <summary>What lies in which zone. Pure; points are shares of the picture's width and height. An outline belongs to its zone.</summary>
public static class ZoneGeometry
{
    // Closer to an outline than that is on it; a thousandth of a pixel of the largest picture.
    private const double OnOutline = 1e-7;

    /// <summary>Whether <paramref name="point"/> is inside the zone or on its outline.</summary>
    public static bool Contains(Zone zone, ZonePoint point)
    {
        var corners = zone.Corners;
        var isInside = false;
        for (int i = 0, before = corners.Count - 1; i < corners.Count; before = i++)
        {
            var (a, b) = (corners[before], corners[i]);
            if (IsOn(a, b, point))
            {
                return true;
            }

            // A ray to the right: every edge that it crosses leads in or out.
            if (a.Y > point.Y != b.Y > point.Y && point.X < a.X + ((point.Y - a.Y) / (b.Y - a.Y) * (b.X - a.X)))
            {
                isInside = !isInside;
            }
        }

        return isInside;
    }

    /// <summary>Whether what is at <paramref name="point"/> counts: not in a zone to ignore, and in one to include if there are any.</summary>
    public static bool Counts(ImmutableArray<Zone> zones, ZonePoint point)
    {
        var (isIncluded, includes) = (false, false);
        foreach (var zone in zones)
        {
            if (zone.Kind == ZoneKind.Ignore && Contains(zone, point))
            {
                return false;
            }

            if (zone.Kind == ZoneKind.Include)
            {
                includes = true;
                isIncluded |= Contains(zone, point);
            }
        }

        return isIncluded || !includes;
    }

    /// <summary>The names of the places at <paramref name="point"/>: zones that only name, in their order.</summary>
    public static IEnumerable<string> NamesAt(ImmutableArray<Zone> zones, ZonePoint point) =>
        zones.Where(zone => zone.Kind == ZoneKind.Name && Contains(zone, point)).Select(zone => zone.Name);

    /// <summary>Which cells count, row by row: those whose centres do. Worth keeping until the zones are others.</summary>
    public static bool[] Mask(ImmutableArray<Zone> zones, ZoneGrid grid)
    {
        var mask = new bool[grid.Columns * grid.Rows];
        for (var cell = 0; cell < mask.Length; cell++)
        {
            mask[cell] = Counts(zones, grid.Centre(cell % grid.Columns, cell / grid.Columns));
        }

        return mask;
    }

    private static bool IsOn(ZonePoint a, ZonePoint b, ZonePoint point)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = (dx * dx) + (dy * dy);
        var along = length == 0 ? 0 : Math.Clamp((((point.X - a.X) * dx) + ((point.Y - a.Y) * dy)) / length, 0, 1);
        return Math.Abs(a.X + (along * dx) - point.X) <= OnOutline && Math.Abs(a.Y + (along * dy) - point.Y) <= OnOutline;
    }
}
