namespace EdgeCctv.Core.Inference.Sessions;

/// <summary>What runs the models. Immutable.</summary>
/// <param name="Name">For people: "CPU" or "DirectML".</param>
/// <param name="Fallback">Why it is not DirectML, in one plain sentence; null when it is what was wanted.</param>
public sealed record ExecutionProvider(string Name, string? Fallback)
{
    internal static ExecutionProvider DirectMl { get; } = new("DirectML", null);

    internal static ExecutionProvider Cpu { get; } = new("CPU", null);

    internal bool IsCpu => Name == Cpu.Name;

    internal static ExecutionProvider CpuBecause(string fallback) => Cpu with { Fallback = fallback };
}
