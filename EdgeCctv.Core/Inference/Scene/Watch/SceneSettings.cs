namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>How the scene is watched, from the configuration. Immutable.</summary>
/// <param name="IsEnabled">Whether the scene is watched at all.</param>
/// <param name="LearnsByItself">Whether learning starts by itself when there is no model that suits the camera.</param>
/// <param name="LearnFor">How long it then learns at least.</param>
/// <param name="MostPerSecond">The most frames that are looked at in a second, above 0.</param>
public sealed record SceneSettings(bool IsEnabled, bool LearnsByItself, TimeSpan LearnFor, double MostPerSecond)
{
    /// <summary>Less tells nothing of a scene.</summary>
    public static readonly TimeSpan ShortestLearning = TimeSpan.FromSeconds(30);

    /// <summary>Longer brings nothing new.</summary>
    public static readonly TimeSpan LongestLearning = TimeSpan.FromHours(12);

    /// <summary>On, ten minutes, 15 frames a second.</summary>
    public static SceneSettings Default { get; } = new(IsEnabled: true, LearnsByItself: true, TimeSpan.FromMinutes(10), MostPerSecond: 15);
}
