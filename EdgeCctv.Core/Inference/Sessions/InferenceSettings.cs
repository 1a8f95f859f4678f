namespace EdgeCctv.Core.Inference.Sessions;

/// <summary>How models are run. Immutable.</summary>
/// <param name="Device">Which execution provider to use.</param>
/// <param name="Threads">Processor threads for one run of one model, 1 to <see cref="MostThreads"/>; what is left belongs to capture and screens.</param>
public sealed record InferenceSettings(InferenceDevice Device, int Threads)
{
    public const int MostThreads = 64;

    public static InferenceSettings Default { get; } = new(InferenceDevice.Auto, 1);
}

/// <summary>Which execution provider to use.</summary>
public enum InferenceDevice
{
    /// <summary>DirectML where ONNX Runtime and the machine have it, else the processor.</summary>
    Auto,

    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>DirectML; where it is missing the processor all the same, which is said.</summary>
    DirectMl,
}
