using EdgeCctv.Core.Inference.Scene.Watch;

namespace EdgeCctv.Web.Configuration;

/// <summary>What operators have chosen for the scene, kept with their other choices. Thread-safe.</summary>
public sealed class KeptSceneChoices(OperatorSettings settings) : ISceneChoices
{
    public SceneChoices Of(string camera) => Of(settings.Of(camera));

    public void Change(string camera, Func<SceneChoices, SceneChoices> change) => settings.Change(camera, before =>
    {
        var after = change(Of(before));
        return before with { SceneModel = after.Model, SceneThreshold = after.Threshold, IsSceneFrozen = after.IsFrozen };
    });

    private static SceneChoices Of(CameraChoices choices) => new(choices.SceneModel, choices.SceneThreshold, choices.IsSceneFrozen);
}
