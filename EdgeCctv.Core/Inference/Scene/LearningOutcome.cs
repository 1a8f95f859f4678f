using System.Diagnostics.CodeAnalysis;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>What learning ended with: a model, or why there is none. Immutable.</summary>
public sealed record LearningOutcome
{
    /// <summary>The model; null when it was refused.</summary>
    public SceneModel? Model { get; private init; }

    /// <summary>Why there is no model and what to do, in one plain sentence; null when there is one.</summary>
    public string? Refusal { get; private init; }

    /// <summary>How many false alarms an hour are to be expected at the model's threshold, by the video that was held out.</summary>
    public double FalseAlarmsPerHour { get; private init; }

    /// <summary>
    /// Events in the learnt video that would have alarmed: they stand out too far from the rest to count as normal. Worth a look,
    /// and if they were normal, worth learning longer.
    /// </summary>
    public int Outliers { get; private init; }

    [MemberNotNullWhen(true, nameof(Model))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsModel => Model is not null;

    internal static LearningOutcome Refused(string why) => new() { Refusal = why };

    internal static LearningOutcome Learnt(SceneModel model, EventThreshold threshold) =>
        new() { Model = model, FalseAlarmsPerHour = threshold.EventsPerHour, Outliers = threshold.Outliers };
}
