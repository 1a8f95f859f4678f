using EdgeCctv.Core.Frames;
using Microsoft.Extensions.Logging;

namespace EdgeCctv.Core.Inference.Lanes;

/// <summary>What all lanes share.</summary>
/// <param name="Intake">Where their frames come from and their results go.</param>
/// <param name="Threads">Theirs.</param>
/// <param name="Freshness">When a picture counts as there.</param>
/// <param name="OnChanged">A lane's state or cause has changed.</param>
/// <param name="OnAnalysed">A frame was analysed; with the analyser's name and how long it took.</param>
/// <param name="Clock">Its monotonic time is what counts.</param>
/// <param name="Logger">Is told of every change once.</param>
internal sealed record LaneContext(
    AnalysisIntake Intake, LaneThreads Threads, Freshness Freshness, Action OnChanged, Action<string, TimeSpan> OnAnalysed, TimeProvider Clock, ILogger Logger);
