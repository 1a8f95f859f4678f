using System.Globalization;
using EdgeCctv.Core.Statistics;

namespace EdgeCctv.Web.Components.Console;

/// <summary>How old pictures were when they were painted, and where that time went: the last minute of all screens.</summary>
public sealed partial class LatencyPanel : FeedComponent
{
    // In the order in which a picture goes through them, but for the drift, which is there before all.
    private static readonly (string Name, string Label, string Explanation)[] Parts =
    [
        ("drift", "drift", "How much longer than the quickest picture of its connection a picture was on its way to us, by the camera's own time; 0 where the camera tells none."),
        ("prepare", "decode and encode", "From receipt of a picture until it was decoded, encoded and ready for all who watch."),
        ("wait", "wait", "From then until its sending to the screen began: a screen gets the next picture when the one before is painted."),
        ("send", "send", "On the way to the browser: at most this long, since the way of the acknowledgement before is in it."),
        ("paint", "paint", "From its arrival in the browser until it was decoded there and on the canvas, by the browser's clock."),
    ];

    private LatencyPercentiles? Whole => Feed.Current.Statistics.Latency;

    private IEnumerable<Row> Rows
    {
        get
        {
            var known = Feed.Current.Statistics.LatencyParts?.InOrder().ToDictionary(part => part.Name, part => part.Percentiles);
            return Parts.Select(part => new Row(part.Name, part.Label, part.Explanation, known?[part.Name]));
        }
    }

    private static string Number(float? milliseconds) => milliseconds?.ToString("0", CultureInfo.InvariantCulture) ?? "–";

    // Of the bar's length.
    private static string Share(Row row) => Math.Max(0, row.Percentiles?.P50 ?? 0).ToString("0.###", CultureInfo.InvariantCulture);

    private sealed record Row(string Name, string Label, string Explanation, PartPercentiles? Percentiles);
}
