using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Tests.Inference.Scene.Watch;
using EdgeCctv.Web.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeCctv.Tests.Fakes;

/// <summary>The chain of proof on a scripted camera and a clock that stands still, with one screen that is open when it is opened.</summary>
internal sealed class ProofRig
{
    /// <param name="analyzers">Of a worker that the test starts and disposes.</param>
    public ProofRig(params FakeAnalyzers[] analyzers)
    {
        var time = new ManualTimeProvider();
        var flow = new PictureFlow(Freshness.Default, time);
        Statistics = new StatisticsBoard(time);
        var board = new AnalysisBoard();
        var intake = new AnalysisIntake(board, Statistics, time);
        Camera = new CameraRig(time, Statistics, flow, intake);
        Analysis = new AnalysisWorker(analyzers, intake, Camera.Frames, Freshness.Default, time, NullLogger<AnalysisWorker>.Instance);
        Analysis.Changed += Camera.Beat;
        Analysis.Analysed += (_, _) => Camera.Beat();
        Array.ForEach(analyzers, analyzer => analyzer.Changed = Camera.Beat);
        LiveAnalysis = new LiveAnalysis(Analysis, board, Camera.Manager, new LivePicture(Camera.Manager, Freshness.Default, time), time);
        Screen = new Screen(Screens, time);
        Scene = SceneRig.Idle(time);
        Watch = new ProofWatch(Camera.Manager, Camera.Frames, flow, Analysis, Scene, Screens, Freshness.Default, time);
    }

    /// <summary>Disposed by the test.</summary>
    public CameraRig Camera { get; }

    public StatisticsBoard Statistics { get; }

    public AnalysisWorker Analysis { get; }

    /// <summary>Told by nobody but the test.</summary>
    public SceneWatch Scene { get; }

    public LiveAnalysis LiveAnalysis { get; }

    public Screens Screens { get; } = new();

    public Screen Screen { get; }

    public ProofWatch Watch { get; }

    /// <summary>How the links are now, in order.</summary>
    public IEnumerable<ProofState> States => Watch.Read().Links.Select(link => link.State);

    public ProofLink this[ProofStep step] => Watch.Read().Links.Single(link => link.Step == step);
}
