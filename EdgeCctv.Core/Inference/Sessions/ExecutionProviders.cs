using Microsoft.ML.OnnxRuntime;

namespace EdgeCctv.Core.Inference.Sessions;

/// <summary>Finds the execution provider that this machine has.</summary>
internal static class ExecutionProviders
{
    private const string DirectMl = "DmlExecutionProvider";

    /// <summary>Tries what is wanted. Never throws: there is always the processor.</summary>
    public static ExecutionProvider Choose(InferenceDevice wanted, InferenceRuntimeInfo runtime) => Choose(wanted, runtime, AppendDirectMl);

    internal static ExecutionProvider Choose(InferenceDevice wanted, InferenceRuntimeInfo runtime, Action<SessionOptions> appendDirectMl)
    {
        if (wanted == InferenceDevice.Cpu)
        {
            return ExecutionProvider.Cpu;
        }

        if (!runtime.Providers.Contains(DirectMl))
        {
            return ExecutionProvider.CpuBecause(runtime.IsLoaded ? $"ONNX Runtime {runtime.Version} was built without DirectML." : runtime.Failure);
        }

        return Refusal(appendDirectMl) is { } refusal ? ExecutionProvider.CpuBecause(refusal) : ExecutionProvider.DirectMl;
    }

    public static void AppendDirectMl(SessionOptions options) => options.AppendExecutionProvider_DML(0);

    private static string? Refusal(Action<SessionOptions> append)
    {
        try
        {
            using var options = new SessionOptions();
            append(options);
            return null;
        }
        catch (EntryPointNotFoundException)
        {
            // Not an OnnxRuntimeException: the function itself is missing.
            return "The native library of ONNX Runtime has no DirectML.";
        }
        catch (OnnxRuntimeException exception)
        {
            return $"DirectML does not start on this machine: {RuntimeMessage.Of(exception)}";
        }
    }
}
