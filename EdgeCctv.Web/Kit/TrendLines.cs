using System.Globalization;

namespace EdgeCctv.Web.Kit;

/// <summary>Samples as the points of lines in a drawing of one unit a sample and <see cref="Height"/> units from top to bottom.</summary>
internal static class TrendLines
{
    public const double Height = 100;

    /// <summary>One line for each stretch without a gap.</summary>
    /// <param name="samples">Oldest first; null where there was none.</param>
    /// <param name="ceiling">What the top means; the bottom means 0.</param>
    public static IEnumerable<string> Of(IReadOnlyList<float?> samples, double ceiling)
    {
        List<string> points = [];
        for (var at = 0; at < samples.Count; at++)
        {
            if (samples[at] is { } sample)
            {
                // Twice, so that one between two gaps is seen too.
                var y = Text(Y(sample, ceiling));
                points.Add($"{at},{y} {at + 1},{y}");
            }
            else if (points.Count > 0)
            {
                yield return string.Join(' ', points);
                points.Clear();
            }
        }

        if (points.Count > 0)
        {
            yield return string.Join(' ', points);
        }
    }

    public static double Y(double sample, double ceiling) => Height - (Height * Math.Clamp(sample / ceiling, 0, 1));

    public static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
