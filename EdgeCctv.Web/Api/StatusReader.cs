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

/// <summary>Gathers what <c>/status</c> and the support bundle tell. Nothing is kept. Thread-safe.</summary>
internal sealed class StatusReader(
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
    public StatusAnswer Read()
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
