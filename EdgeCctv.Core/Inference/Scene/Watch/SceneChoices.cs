namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>What operators have chosen for the scene of one camera. Immutable.</summary>
/// <param name="Model">The name of the model in use; null for the newest that suits the camera.</param>
/// <param name="Threshold">A threshold in place of the model's own; null for the model's.</param>
/// <param name="IsFrozen">Whether nothing may be learnt.</param>
public sealed record SceneChoices(string? Model, float? Threshold, bool IsFrozen)
{
    public static SceneChoices None { get; } = new(null, null, IsFrozen: false);

    /// <summary>A threshold belongs to its model: the two are chosen, and taken back, together.</summary>
    internal SceneChoices WithMeasureOf(SceneChoices other) => this with { Model = other.Model, Threshold = other.Threshold };
}

/// <summary>Where these choices are kept. Thread-safe.</summary>
public interface ISceneChoices
{
    /// <param name="camera">The camera's locator without its secrets.</param>
    SceneChoices Of(string camera);

    /// <exception cref="IOException">They cannot be written; nothing has changed then. The message is for people.</exception>
    void Change(string camera, Func<SceneChoices, SceneChoices> change);
}
