using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Inference;

/// <summary>A finding and the frame that it speaks of. Immutable.</summary>
/// <param name="Analyzer">The analyser's name.</param>
/// <param name="Sequence">The frame's number.</param>
/// <param name="ReceivedTimestamp">When the frame was received, as in <see cref="Frame.ReceivedTimestamp"/>.</param>
/// <param name="ReceivedUtc">The same moment on the wall clock.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Took">How long the analysis of this frame took.</param>
public sealed record AnalysisResult(
    string Analyzer, long Sequence, long ReceivedTimestamp, DateTimeOffset ReceivedUtc, AnalysisFinding Finding, TimeSpan Took);
