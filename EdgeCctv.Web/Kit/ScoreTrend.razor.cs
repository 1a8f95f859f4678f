using EdgeCctv.Web.Language;
using EdgeCctv.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>A small line over the last samples, one a second, newest at the right, with a threshold; gaps stay gaps. The scale begins at 0.</summary>
public sealed partial class ScoreTrend : ComponentBase
{
    /// <summary>What the line shows, for people who cannot see it.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>One sample a second, oldest first; null where there was none.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<float?> Samples { get; set; }

    /// <summary>Drawn across; null for none.</summary>
    [Parameter]
    public float? Threshold { get; set; }

    // Twice the threshold, and doubled until all fits: a scale that seldom moves.
    private double Ceiling
    {
        get
        {
            var ceiling = Threshold is > 0 ? 2 * Threshold.Value : 1.0;
            var most = Samples.Max() ?? 0;
            while (ceiling < most)
            {
                ceiling *= 2;
            }

            return ceiling;
        }
    }

    private string Since => Samples.Count % 60 == 0 ? Told.With(KitTexts.MinutesAgo, Samples.Count / 60) : Told.With(KitTexts.SecondsAgo, Samples.Count);

    private IEnumerable<string> Lines => TrendLines.Of(Samples, Ceiling);

    private double Height(double score) => TrendLines.Y(score, Ceiling);

    private static string Text(double value) => TrendLines.Text(value);
}
