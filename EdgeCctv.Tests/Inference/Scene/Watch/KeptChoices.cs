using EdgeCctv.Core.Inference.Scene.Watch;

namespace EdgeCctv.Tests.Inference.Scene.Watch;

/// <summary>Choices in memory; writing may be refused.</summary>
internal sealed class KeptChoices : ISceneChoices
{
    private volatile SceneChoices _choices = SceneChoices.None;

    public bool Refuses { get; set; }

    public SceneChoices Of(string camera) => _choices;

    public void Change(string camera, Func<SceneChoices, SceneChoices> change) =>
        _choices = Refuses ? throw new IOException("The disk is full.") : change(_choices);
}
