using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Kit;

/// <summary>A small line over the last samples, one a second, newest at the right; the scale begins at 0.</summary>
public sealed partial class TrendChart : ComponentBase
{
    private const int FineStep = 10;
    private TrendPoint[] _points = [];

    /// <summary>What the line shows, for people who cannot see it.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>One sample a second, oldest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<int> Samples { get; set; }

    // In tens, so that the scale does not jump with every frame more or less.
    private double Ceiling => _points.Length == 0 ? FineStep : Math.Ceiling((_points.Max(point => point.Value) + 1) / FineStep) * FineStep;

    protected override void OnParametersSet() =>
        _points = [.. Samples.Select((value, index) => new TrendPoint(index - Samples.Count, value))];

    private sealed record TrendPoint(int SecondsAgo, double Value);
}
