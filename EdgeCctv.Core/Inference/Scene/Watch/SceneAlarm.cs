namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>One unusual event: alarms that follow each other closely are one. Immutable.</summary>
/// <param name="Began">When the first alarmed frame was received.</param>
/// <param name="Last">When the last one was, so far.</param>
/// <param name="Why">Of its most unusual frame: "Fast motion, upper left, 2.4× the usual speed there."</param>
/// <param name="Score">Of that frame.</param>
public sealed record SceneAlarm(DateTimeOffset Began, DateTimeOffset Last, string? Why, float Score);
