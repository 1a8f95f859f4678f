using System.Globalization;
using EdgeCctv.Core.Inference.Zones;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>Says in one sentence what makes a frame unusual, and where: "Fast motion, upper left, 2.4× the usual speed there."</summary>
public static class SceneWords
{
    // Less than that is not worth a number.
    private const float WorthTelling = 1.2f;

    private static readonly string[] Rows = ["upper", "middle", "lower"];
    private static readonly string[] Columns = ["left", "middle", "right"];

    /// <summary>The sentence. Pure.</summary>
    /// <param name="model">What the frame was compared with.</param>
    /// <param name="cues">The three cues of the frame: fast, wide, odd.</param>
    /// <param name="fast">Speed over the usual one in each small cell, row by row.</param>
    /// <param name="wide">The same for the flow of three levels.</param>
    /// <param name="odd">How odd each small cell is.</param>
    /// <param name="nameOf">The name of the place at a point, given as shares of width and height; null where none was given one.</param>
    public static string Why(
        SceneModel model,
        ReadOnlySpan<float> cues,
        ReadOnlySpan<float> fast,
        ReadOnlySpan<float> wide,
        ReadOnlySpan<float> odd,
        Func<ZonePoint, string?> nameOf)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(nameOf);
        var cue = Dominant(model, cues);
        var cells = cue switch { 0 => fast, 1 => wide, _ => odd };
        var cell = Largest(cells);
        var point = Centre(cell, model.Geometry);
        var place = nameOf(point) ?? Third(point);
        return cue switch
        {
            2 => $"Unusual shape or way of moving, {place}.",
            _ when cells[cell] < WorthTelling => $"Fast motion, {place}.",
            _ => string.Create(CultureInfo.InvariantCulture, $"Fast motion, {place}, {cells[cell]:0.0}× the usual speed there."),
        };
    }

    /// <summary>Says where something is that does not belong there: "Something is where hardly ever anything is, lower left." Pure.</summary>
    /// <param name="geometry">Of the pictures.</param>
    /// <param name="placeCells">How far out of place what is there is, per small cell, row by row.</param>
    /// <param name="nameOf">As for <see cref="Why"/>.</param>
    public static string WhyThere(SceneGeometry geometry, ReadOnlySpan<float> placeCells, Func<ZonePoint, string?> nameOf)
    {
        ArgumentNullException.ThrowIfNull(nameOf);
        var point = Centre(Largest(placeCells), geometry);
        return $"Something is where hardly ever anything is, {nameOf(point) ?? Third(point)}.";
    }

    private static int Dominant(SceneModel model, ReadOnlySpan<float> cues)
    {
        Span<float> terms = stackalloc float[3];
        for (var cue = 0; cue < terms.Length; cue++)
        {
            terms[cue] = (cues[cue] - model.CueMedian[cue]) / model.CueSpread[cue];
        }

        return Largest(terms);
    }

    private static int Largest(ReadOnlySpan<float> values)
    {
        var largest = 0;
        for (var i = 1; i < values.Length; i++)
        {
            largest = values[i] > values[largest] ? i : largest;
        }

        return largest;
    }

    private static ZonePoint Centre(int cell, SceneGeometry geometry)
    {
        const double half = SceneGeometry.SmallKernel / 2d;
        var columns = geometry.Small.Columns;
        return new ZonePoint(
            ((cell % columns * SceneGeometry.Stride) + half) / geometry.Width, ((cell / columns * SceneGeometry.Stride) + half) / geometry.Height);
    }

    private static string Third(ZonePoint point)
    {
        var (row, column) = (Rows[(int)Math.Min(2, point.Y * 3)], Columns[(int)Math.Min(2, point.X * 3)]);
        return row == column ? "in the middle" : $"{row} {column}";
    }
}
