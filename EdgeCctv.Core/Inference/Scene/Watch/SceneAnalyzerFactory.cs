using EdgeCctv.Core.Inference.Sessions;
using EdgeCctv.Core.Inference.Zones;

namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>Makes the analyser of the scene.</summary>
public sealed class SceneAnalyzerFactory(
    SceneWatch watch, ZoneSet zones, SessionFactory sessions, SceneSettings settings, TimeProvider clock) : IFrameAnalyzerFactory
{
    public string Name => "scene";

    public bool NeedsGrey => true;

    public double MostPerSecond => settings.MostPerSecond;

    public IFrameAnalyzer Create()
    {
        var analyser = new SceneAnalyzer(watch, clock, learnt => new SceneWatching(learnt, new SceneScorer(learnt.Model, sessions), zones));
        watch.Attach(analyser);
        return analyser;
    }
}
