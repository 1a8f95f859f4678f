using System.Text.Json.Serialization;
using EdgeCctv.Core.Statistics;

namespace EdgeCctv.Web.Api;

/// <summary><c>GET /status</c>: the original design's five names, and what was added to them.</summary>
internal static class StatusEndpoint
{
    public static void MapStatus(this IEndpointRouteBuilder routes) => routes.MapGet("/status", (StatusReader reader) => reader.Read())
        .WithSummary("Everything that is known of the camera, its stream and the statistics.")
        .WithTags("Status")
        .Produces<StatusAnswer>();
}

internal sealed record StatusAnswer
{
    public required bool Streaming { get; init; }

    public required bool CameraActive { get; init; }

    public required string CameraState { get; init; }

    public required long FrameCount { get; init; }

    public required bool AiPipelineActive { get; init; }

    public required string Desired { get; init; }

    public required string? Source { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required int Attempt { get; init; }

    public required DateTimeOffset? NextTry { get; init; }

    public required string? Fault { get; init; }

    public required string? Cause { get; init; }

    public required string? Detail { get; init; }

    public required string? StoppedBy { get; init; }

    public required string? Notice { get; init; }

    public required StreamAnswer? Stream { get; init; }

    public required bool PictureFrozen { get; init; }

    /// <summary>What is rehearsed on purpose now, up to the drill's report; null when nothing is.</summary>
    public required string? Drill { get; init; }

    public required int LostCaptures { get; init; }

    public required long SessionFrames { get; init; }

    public required long TotalFrames { get; init; }

    public required long? Sequence { get; init; }

    public required double? PictureAgeMs { get; init; }

    public required double? DriftMs { get; init; }

    public required double Fps { get; init; }

    // The policy would join the figures to the words.
    [JsonPropertyName("avg_fps_30s")]
    public required double AvgFps30s { get; init; }

    public required long AnalysedFrames { get; init; }

    [JsonPropertyName("anomalies_last_1k")]
    public required int AnomaliesLast1k { get; init; }

    public required AnalysisAnswer Analysis { get; init; }

    public required LatencyPercentiles? LatencyMs { get; init; }

    public required LatencyParts? LatencyPartsMs { get; init; }

    public required IReadOnlyList<ProofAnswer> Proof { get; init; }

    public required int Readers { get; init; }

    public required long SkippedFrames { get; init; }

    public required IReadOnlyList<ScreenAnswer> Screens { get; init; }

    /// <summary>What of the scene is learnt and watched.</summary>
    public required SceneAnswer Scene { get; init; }

    public required InferenceAnswer Inference { get; init; }

    public required string PackageSet { get; init; }

    public required string Version { get; init; }
}
