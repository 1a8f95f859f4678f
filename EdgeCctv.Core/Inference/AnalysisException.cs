namespace EdgeCctv.Core.Inference;

/// <summary>A model or an analysis that cannot be used. The message is for people: what was wrong, where, and what to do.</summary>
public sealed class AnalysisException(string message, Exception? inner = null) : Exception(message, inner);
