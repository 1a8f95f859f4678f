using System.Globalization;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Texts;

namespace EdgeCctv.Web.Components.Console;

/// <summary>How old pictures were when they were painted, and where that time went: the last minute of all screens.</summary>
public sealed partial class LatencyPanel : FeedComponent
{
    // In the order in which a picture goes through them, but for the drift, which is there before all.
    private static (string Name, string Label, string Explanation)[] Parts =>
    [
        ("drift", FigureTexts.Drift, FigureTexts.DriftHint),
        ("prepare", FigureTexts.Prepare, FigureTexts.PrepareHint),
        ("wait", FigureTexts.Wait, FigureTexts.WaitHint),
        ("send", FigureTexts.Send, FigureTexts.SendHint),
        ("paint", FigureTexts.Paint, FigureTexts.PaintHint),
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

    private static string Number(float? milliseconds) => milliseconds is { } known ? Told.Number(known) : "–";

    // Of the bar's length.
    private static string Share(Row row) => Math.Max(0, row.Percentiles?.P50 ?? 0).ToString("0.###", CultureInfo.InvariantCulture);

    private sealed record Row(string Name, string Label, string Explanation, PartPercentiles? Percentiles);
}
