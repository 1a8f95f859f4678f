namespace EdgeCctv.Core.Inference.Scene;

/// <summary>How many false alarms to expect of a model, in words.</summary>
public static class LearningForecast
{
    /// <summary>From less video than that no rate can be told: on the demo, models of a minute were off by far.</summary>
    public static readonly TimeSpan LeastSeen = TimeSpan.FromMinutes(5);

    /// <param name="seen">How long the learnt video was.</param>
    /// <param name="perHour">False alarms an hour, by the video that was held out.</param>
    public static string Words(TimeSpan seen, double perHour) => seen < LeastSeen
        ? FormattableString.Invariant($"How many false alarms to expect can only be told from {LeastSeen.TotalMinutes:0} minutes of video or more.")
        : FormattableString.Invariant($"Expect about {perHour:0.#} false alarms an hour, by the video that was kept back for a trial.");
}
