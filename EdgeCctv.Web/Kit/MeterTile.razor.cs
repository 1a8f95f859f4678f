using EdgeCctv.Web.Language;
using EdgeCctv.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>One figure with its unit, its least and greatest value, and a small line of how it went, newest at the right; gaps stay gaps. The scale begins at 0.</summary>
public sealed partial class MeterTile : ComponentBase
{
    private static readonly int[] Steps = [1, 2, 5, 10];

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required string Unit { get; set; }

    /// <summary>How the figure is computed, as a tooltip.</summary>
    [Parameter, EditorRequired]
    public required string Explanation { get; set; }

    /// <summary>One sample a second, oldest first; null where there was none.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<float?> Samples { get; set; }

    /// <summary>So many seconds are shown, whether there are as many samples yet or not.</summary>
    [Parameter, EditorRequired]
    public int Length { get; set; }

    /// <summary>Whether tenths are told; for figures that are small.</summary>
    [Parameter]
    public bool HasTenths { get; set; }

    [Parameter]
    public string? TestId { get; set; }

    private static string Scale => TrendLines.Text(TrendLines.Height);

    private float? Newest => Samples.Count == 0 ? null : Samples[^1];

    private string Span => Length % 60 == 0 ? Told.With(KitTexts.LastMinutes, Length / 60) : Told.With(KitTexts.LastSeconds, Length);

    private string Range => Samples.Min() is { } least ? Told.With(KitTexts.Range, Text(least), Text(Samples.Max()), Unit) : KitTexts.NothingMeasured;

    private IEnumerable<string> Lines => TrendLines.Of([.. Enumerable.Repeat<float?>(null, Math.Max(0, Length - Samples.Count)), .. Samples], Ceiling);

    // 1, 2, 5, 10, 20, 50 and so on, the least that holds all: a scale that seldom moves.
    private double Ceiling
    {
        get
        {
            var most = Math.Max(1, Samples.Max() ?? 0);
            var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
            return Steps.Select(step => step * power).First(ceiling => ceiling >= most);
        }
    }

    private string Text(float? value) => value is { } known ? Told.Number(known, HasTenths ? 1 : 0) : "–";
}
