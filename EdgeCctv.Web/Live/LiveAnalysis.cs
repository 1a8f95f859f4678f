using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Inference;

namespace EdgeCctv.Web.Live;

/// <summary>The one answer to "what does the analysis say now, and if nothing, why not", for REST and meters alike. Thread-safe.</summary>
public sealed class LiveAnalysis(AnalysisWorker worker, AnalysisBoard board, CameraLifecycleManager camera, LivePicture live, TimeProvider clock)
{
    /// <summary>How every analyser is now.</summary>
    public IReadOnlyList<AnalyzerStatus> Analyzers => worker.Status;

    /// <summary>Whether at least one analyser has analysed a frame within its limit.</summary>
    public bool IsActive => worker.Status.Any(one =>
        one.State != AnalyzerState.Stalled && one.LastSuccess is { } at && clock.GetElapsedTime(at) <= one.Limit);

    /// <summary>The newest result of each analyser, by name; never one of a frame that is older than the analyser's limit, or of an analyser that is stalled.</summary>
    public IReadOnlyList<AnalysisResult> Newest
    {
        get
        {
            var limits = worker.Status.Where(one => one.State != AnalyzerState.Stalled).ToDictionary(one => one.Name, one => one.Limit);
            return
            [
                .. board.Newest.Values.Where(result =>
                    limits.TryGetValue(result.Analyzer, out var limit) && clock.GetElapsedTime(result.ReceivedTimestamp) <= limit),
            ];
        }
    }

    /// <summary>Why there is no result, one sentence.</summary>
    public string WhyNot => (camera.GetState(), worker.Status) switch
    {
        (_, { Count: 0 }) => "No analysis is configured.",
        ({ State: not CameraState.Running }, _) => live.WhyNot,
        (_, var all) when all.FirstOrDefault(one => one.State == AnalyzerState.Stalled) is { } stalled => $"AI stalled. {stalled.Cause}",
        (_, var all) when all.Any(one => one.State == AnalyzerState.Loading) => "A model is being loaded.",
        _ when live.Fresh is null => live.WhyNot,
        _ => "No recent picture has a result.",
    };

    /// <summary>When a stalled analyser is made anew, if that is due.</summary>
    public DateTimeOffset? NextTry => worker.Status.Select(one => one.NextTry).Min();
}
