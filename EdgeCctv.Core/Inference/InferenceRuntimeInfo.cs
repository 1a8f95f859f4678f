using System.Diagnostics.CodeAnalysis;

namespace EdgeCctv.Core.Inference;

/// <summary>Which ONNX Runtime this process has loaded, and which execution providers it was built with.</summary>
/// <param name="Version">The native library's own version, e.g. "1.23.0"; empty when it could not be loaded.</param>
/// <param name="Providers">In ONNX Runtime's order of preference, e.g. "CPUExecutionProvider"; empty when it could not be loaded.</param>
public sealed record InferenceRuntimeInfo(string Version, IReadOnlyList<string> Providers)
{
    /// <summary>Why there is no ONNX Runtime, in one plain sentence; null when there is one.</summary>
    public string? Failure { get; private init; }

    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsLoaded => Failure is null;

    internal static InferenceRuntimeInfo Unavailable(string failure) => new("", []) { Failure = failure };
}
