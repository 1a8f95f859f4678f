using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Detection;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Api;

/// <summary>The analysis, as <c>/status</c> tells it.</summary>
/// <param name="Analyzers">How each analyser is.</param>
/// <param name="Results">The newest result of each of them; none that is too old to be called the latest.</param>
internal sealed record AnalysisAnswer(IReadOnlyList<AnalyzerAnswer> Analyzers, IReadOnlyList<ResultAnswer> Results)
{
    public static AnalysisAnswer Of(LiveAnalysis analysis, TimeProvider clock) => new(
        [.. analysis.Analyzers.Select(one => AnalyzerAnswer.Of(one, clock))],
        [.. analysis.Newest.Select(one => ResultAnswer.Of(one, withHeat: false, clock))]);
}

/// <summary>One analyser.</summary>
internal sealed record AnalyzerAnswer
{
    public required string Name { get; init; }

    /// <summary>idle, loading, running or stalled.</summary>
    public required string State { get; init; }

    public required string? Cause { get; init; }

    public required LatencyPercentiles? TimeMs { get; init; }

    public required double? LastSuccessAgoMs { get; init; }

    /// <summary>From which age on a success or a result is not the latest any more.</summary>
    public required double LimitMs { get; init; }

    public required long Analysed { get; init; }

    public required long Skipped { get; init; }

    public required int Rebuilds { get; init; }

    public required DateTimeOffset? NextTry { get; init; }

    public static AnalyzerAnswer Of(AnalyzerStatus status, TimeProvider clock) => new()
    {
        Name = status.Name,
        State = status.State.ToString().ToLowerInvariant(),
        Cause = status.Cause,
        TimeMs = status.TimeMs,
        LastSuccessAgoMs = status.LastSuccess is { } at ? Math.Round(clock.GetElapsedTime(at).TotalMilliseconds) : null,
        LimitMs = Math.Round(status.Limit.TotalMilliseconds),
        Analysed = status.Analysed,
        Skipped = status.Skipped,
        Rebuilds = status.Rebuilds,
        NextTry = status.NextTry,
    };
}

/// <summary>What one analyser found in one frame; one of <c>scene</c> and <c>objects</c> is there.</summary>
/// <param name="Analyzer">The analyser.</param>
/// <param name="Sequence">The frame.</param>
/// <param name="Received">When the frame was received.</param>
/// <param name="AgeMs">Milliseconds since then.</param>
/// <param name="TookMs">How long its analysis took.</param>
/// <param name="IsAnomaly">Whether the frame counts as an anomaly.</param>
/// <param name="Scene">What the scene analysis says.</param>
/// <param name="Objects">What a detector sees, the surest first.</param>
internal sealed record ResultAnswer(
    string Analyzer,
    long Sequence,
    DateTimeOffset Received,
    double AgeMs,
    double TookMs,
    bool IsAnomaly,
    SceneFindingAnswer? Scene,
    IReadOnlyList<ObjectAnswer>? Objects)
{
    public static ResultAnswer Of(AnalysisResult result, bool withHeat, TimeProvider clock) => new(
        result.Analyzer,
        result.Sequence,
        result.ReceivedUtc,
        Math.Round(clock.GetElapsedTime(result.ReceivedTimestamp).TotalMilliseconds),
        Math.Round(result.Took.TotalMilliseconds, 2),
        result.Finding.IsAnomaly,
        result.Finding is SceneFinding scene ? SceneFindingAnswer.Of(scene, withHeat) : null,
        result.Finding is DetectionFinding detection ? [.. detection.Objects.Select(ObjectAnswer.Of)] : null);
}

/// <summary>What the scene analysis says of a frame.</summary>
/// <param name="Phase">off, learning, watching or whole-scene-change.</param>
/// <param name="Score">How unusual the frame is; null when nothing can be said.</param>
/// <param name="Threshold">A larger score exceeds what is normal; null without a model.</param>
/// <param name="IsAlarm">Whether an alarm is on.</param>
/// <param name="Why">Why, in one sentence.</param>
/// <param name="Heat">Where; only when it was asked for, and something stands out.</param>
internal sealed record SceneFindingAnswer(string Phase, float? Score, float? Threshold, bool IsAlarm, string? Why, HeatAnswer? Heat)
{
    public static SceneFindingAnswer Of(SceneFinding scene, bool withHeat) =>
        new(scene.Phase.Word(), scene.Score, scene.Threshold, scene.IsAlarm, scene.Why, withHeat && scene.Heat is { } heat ? HeatAnswer.Of(heat) : null);
}

/// <summary>How unusual each cell of the picture is. Edges and sizes are shares of the picture's width and height.</summary>
/// <param name="Columns">Cells in a row.</param>
/// <param name="Rows">Rows of cells.</param>
/// <param name="Left">Left edge of the first cell.</param>
/// <param name="Top">Top edge of the first cell.</param>
/// <param name="CellWidth">Width of a cell.</param>
/// <param name="CellHeight">Height of a cell.</param>
/// <param name="Values">A number for each cell, row by row: 0 normal, 128 at the threshold, 255 far above.</param>
internal sealed record HeatAnswer(int Columns, int Rows, double Left, double Top, double CellWidth, double CellHeight, IReadOnlyList<int> Values)
{
    public static HeatAnswer Of(HeatMap heat) =>
        new(heat.Columns, heat.Rows, heat.Left, heat.Top, heat.CellWidth, heat.CellHeight, [.. heat.Values.Select(value => (int)value)]);
}

/// <summary>An object that a detector sees.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Box">Where, in pixels of the frame.</param>
internal sealed record ObjectAnswer(string Label, float Score, PixelRect Box)
{
    public static ObjectAnswer Of(DetectedObject one) => new(one.Label, one.Score, one.Box);
}
