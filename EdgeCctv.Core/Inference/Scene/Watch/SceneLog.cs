using Microsoft.Extensions.Logging;

namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>Event ids 440 to 459.</summary>
internal static partial class SceneLog
{
    [LoggerMessage(440, LogLevel.Error, "The model {File} cannot be used and was set aside as {Aside}: {Reason}")]
    public static partial void ModelSetAside(ILogger logger, string file, string aside, string reason);

    [LoggerMessage(441, LogLevel.Information, "Learning the scene of {Camera} for at least {Minutes:0.#} min, begun by {By}; no alarms meanwhile")]
    public static partial void LearningBegan(ILogger logger, string camera, double minutes, string by);

    [LoggerMessage(442, LogLevel.Information, "Learnt the scene of {Camera} as '{Name}': {Frames} frames, threshold {Threshold:0.00}")]
    public static partial void Learnt(ILogger logger, string camera, string name, int frames, double threshold);

    [LoggerMessage(443, LogLevel.Warning, "Learning the scene of {Camera} ended without a model: {Reason}")]
    public static partial void LearningEnded(ILogger logger, string camera, string reason);

    [LoggerMessage(444, LogLevel.Warning, "The model '{Name}' could not be saved and is in force until the program ends: {Reason}")]
    public static partial void NotSaved(ILogger logger, string name, string reason);

    [LoggerMessage(445, LogLevel.Warning, "Alarm on {Camera}: {Why}")]
    public static partial void Alarm(ILogger logger, string camera, string? why);

    [LoggerMessage(446, LogLevel.Information, "The whole picture of {Camera} changed for {Seconds:0.0} s; nothing was alarmed meanwhile")]
    public static partial void WholeSceneChanged(ILogger logger, string camera, double seconds);

    [LoggerMessage(447, LogLevel.Information, "{Change} ({By})")]
    public static partial void Changed(ILogger logger, string change, string by);
}
