using EdgeCctv.Core.Frames;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Fakes;

/// <summary>The chain of proof on a scripted camera and a clock that stands still, with one screen that is open when it is opened.</summary>
internal sealed class ProofRig
{
    public ProofRig()
    {
        var time = new ManualTimeProvider();
        var flow = new PictureFlow(Freshness.Default, time);
        Statistics = new StatisticsBoard(time);
        Camera = new CameraRig(time, Statistics, flow);
        Screen = new Screen(Screens, time);
        Watch = new ProofWatch(Camera.Manager, Camera.Frames, flow, Statistics, Screens, Freshness.Default, time);
    }

    /// <summary>Disposed by the test.</summary>
    public CameraRig Camera { get; }

    public StatisticsBoard Statistics { get; }

    public Screens Screens { get; } = new();

    public Screen Screen { get; }

    public ProofWatch Watch { get; }

    /// <summary>How the links are now, in order.</summary>
    public IEnumerable<ProofState> States => Watch.Read().Links.Select(link => link.State);

    public ProofLink this[ProofStep step] => Watch.Read().Links.Single(link => link.Step == step);
}
