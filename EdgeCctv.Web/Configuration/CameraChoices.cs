using EdgeCctv.Core.Inference.Zones;

namespace EdgeCctv.Web.Configuration;

/// <summary>What operators have chosen for one camera. Immutable.</summary>
public sealed record CameraChoices
{
    public static CameraChoices None { get; } = new();

    public IReadOnlyList<Zone> Zones { get; init; } = [];

    /// <summary>The name of the scene model in use; null for the newest.</summary>
    public string? SceneModel { get; init; }

    /// <summary>A threshold in place of the model's own; null for the model's.</summary>
    public float? SceneThreshold { get; init; }

    /// <summary>Whether the scene model may not be replaced by learning anew.</summary>
    public bool IsSceneFrozen { get; init; }

    /// <summary>How the camera is opened and read.</summary>
    public TuningChoices Tuning { get; init; } = TuningChoices.None;
}
