using System.Text.Json.Serialization;
using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Drill;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Core.Inference.Sessions;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Web.Drill;
using EdgeCctv.Web.Live;
using EdgeCctv.Web.Support;

namespace EdgeCctv.Web.Api;

/// <summary><c>GET /status</c>: the original design's five names, and what was added to them.</summary>
internal static class StatusEndpoint
{
    public static void MapStatus(this IEndpointRouteBuilder routes) => routes.MapGet("/status", Read)
        .WithSummary("Everything that is known of the camera, its stream and the statistics.")
        .WithTags("Status")
        .Produces<StatusAnswer>();

    private static StatusAnswer Read(
        CameraLifecycleManager camera,
        StatisticsBoard board,
        FrameBroadcaster frames,
        LivePicture live,
        LiveAnalysis analysis,
        ProofWatch proof,
        Screens screens,
        DrillCoordinator drill,
        SceneWatch scene,
        SessionFactory sessions,
        TimeProvider clock)
    {
        var (status, statistics, newest) = (camera.GetState(), board.Read(), frames.Newest);
        return new StatusAnswer
        {
            Streaming = live.Fresh is not null,
            CameraActive = status.State is CameraState.Running,
            CameraState = status.State.Word(),
            FrameCount = statistics.SessionFrames,
            AiPipelineActive = analysis.IsActive,
            Desired = status.Desired ? "on" : "off",
            Source = status.Source?.Display,
            Since = status.Since,
            Attempt = status.Attempt,
            NextTry = status.NextTry,
            Fault = status.Fault == CameraFault.None ? null : status.Fault.ToString(),
            Cause = status.Cause.Length == 0 ? null : status.Cause,
            Detail = status.Detail,
            StoppedBy = status.StoppedBy,
            LostCaptures = status.LostCaptures,
            SessionFrames = statistics.SessionFrames,
            TotalFrames = statistics.TotalFrames,
            Notice = status.Notice,
            Stream = StreamAnswer.Of(status.Facts, newest),
            PictureFrozen = live.IsFrozen,
            Drill = drill.Current?.Kind.Word(),
            Sequence = newest?.Sequence,
            PictureAgeMs = newest is null ? null : Math.Round(newest.Age(clock).TotalMilliseconds),
            DriftMs = newest is null ? null : Math.Round(newest.Drift.TotalMilliseconds),
            Fps = statistics.Fps,
            AvgFps30s = Math.Round(statistics.AvgFps30s, 2),
            AnalysedFrames = statistics.AnalysedFrames,
            AnomaliesLast1k = statistics.AnomaliesLast1k,
            Analysis = AnalysisAnswer.Of(analysis, clock),
            LatencyMs = statistics.Latency,
            LatencyPartsMs = statistics.LatencyParts,
            Proof = ProofAnswer.Of(proof.Read()),
            Readers = frames.Readers,
            SkippedFrames = frames.Skipped,
            Screens = [.. screens.Open.Select(screen => ScreenAnswer.Of(screen.Read(), clock))],
            Scene = SceneAnswer.Of(scene.Read()),
            Inference = InferenceAnswer.Of(InferenceRuntime.Info, sessions),
            PackageSet = ProgramIdentity.PackageSet,
            Version = ProgramIdentity.Version,
        };
    }
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
