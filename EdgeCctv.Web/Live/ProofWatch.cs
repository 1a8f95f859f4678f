using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Scene.Watch;

namespace EdgeCctv.Web.Live;

/// <summary>Gathers what the chain of proof is judged by, and has it judged. Nothing is kept; a reading takes some microseconds. Thread-safe.</summary>
public sealed class ProofWatch(
    CameraLifecycleManager camera,
    FrameBroadcaster frames,
    PictureFlow flow,
    AnalysisWorker analysis,
    SceneWatch scene,
    Screens screens,
    Freshness freshness,
    TimeProvider clock)
{
    public Proof Read() => ChainOfProof.Judge(Gather());

    private ProofFacts Gather()
    {
        var (received, newest) = (camera.Received, frames.Newest);
        return new ProofFacts
        {
            Camera = camera.GetState(),
            Limit = newest is null ? freshness.Limit : freshness.LimitFor(newest),
            Received = Since(received.Last),
            IsReceiving = received.IsOfOpenCapture,
            EndedInVain = received.EndedInVain,
            Decoded = Since(newest?.ReceivedTimestamp),
            Drift = newest?.Drift ?? TimeSpan.Zero,
            IsFrozen = newest is not null && freshness.IsFrozen(newest),
            Flowing = flow.Duration,
            Analyses = [.. analysis.Status.Select(Of)],
            IsSkipping = scene.Read().IsSkipping,
            Screens = [.. screens.Open.Select(screen => screen.Glance()).Where(screen => screen.IsConnected).Select(Of)],
        };
    }

    private ProofAnalysis Of(AnalyzerStatus one) => new(one.State, one.Limit, Since(one.LastSuccess), Since(one.WaitingSince), one.Cause);

    private ProofScreen Of(ScreenSnapshot screen) => new(clock.GetElapsedTime(screen.ConnectedAt), Since(screen.SentAt), Since(screen.PaintedInTimeAt));

    private TimeSpan? Since(long? timestamp) => timestamp is { } at ? clock.GetElapsedTime(at) : null;
}
