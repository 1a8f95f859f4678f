using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Sessions;

namespace EdgeCctv.Web.Api;

/// <summary>What runs the models.</summary>
/// <param name="Version">Of ONNX Runtime; empty when it could not be loaded.</param>
/// <param name="Providers">What it was built with, in its order of preference.</param>
/// <param name="Failure">Why there is none; null when there is.</param>
/// <param name="Provider">What was chosen for this process: CPU or DirectML.</param>
/// <param name="Fallback">Why it is not DirectML; null when it is what was asked for.</param>
/// <param name="Threads">Processor threads for one run of one model.</param>
internal sealed record InferenceAnswer(
    string Version, IReadOnlyList<string> Providers, string? Failure, string Provider, string? Fallback, int Threads)
{
    public static InferenceAnswer Of(InferenceRuntimeInfo runtime, SessionFactory sessions) => new(
        runtime.Version, runtime.Providers, runtime.Failure, sessions.Provider.Name, sessions.Provider.Fallback, sessions.Settings.Threads);
}
