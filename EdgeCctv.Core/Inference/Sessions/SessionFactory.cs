using Microsoft.ML.OnnxRuntime;

namespace EdgeCctv.Core.Inference.Sessions;

/// <summary>Opens models, all of them with the one execution provider of this process. Thread-safe.</summary>
/// <param name="settings">In force for as long as the process lives.</param>
public sealed class SessionFactory(InferenceSettings settings)
{
    private readonly Lazy<ExecutionProvider> _provider = new(() => ExecutionProviders.Choose(settings.Device, InferenceRuntime.Info));

    /// <summary>What was chosen; the first question loads ONNX Runtime, which may take a second.</summary>
    public ExecutionProvider Provider => _provider.Value;

    public InferenceSettings Settings => settings;

    /// <summary>Opens a model.</summary>
    /// <param name="model">The bytes of an ONNX file; not needed any more afterwards.</param>
    /// <param name="what">What it is, for messages: "The scene model 'day'".</param>
    /// <exception cref="AnalysisException">It cannot be opened.</exception>
    internal ModelSession Open(byte[] model, string what)
    {
        if (!InferenceRuntime.Info.IsLoaded)
        {
            throw new AnalysisException($"{what} cannot be used. {InferenceRuntime.Info.Failure}");
        }

        return Provider.IsCpu ? OpenOnCpu(model, what, Provider) : OpenOnDirectMl(model, what);
    }

    // A model may have a node that DirectML cannot run: that is no reason to do without the model.
    private ModelSession OpenOnDirectMl(byte[] model, string what) => OpenOrFallBack(model, what, ExecutionProviders.AppendDirectMl);

    internal ModelSession OpenOrFallBack(byte[] model, string what, Action<SessionOptions> appendDirectMl)
    {
        try
        {
            using var options = Options();
            // DirectML refuses both at once with a memory pattern or parallel nodes.
            options.EnableMemoryPattern = false;
            options.ExecutionMode = ExecutionMode.ORT_SEQUENTIAL;
            appendDirectMl(options);
            return new ModelSession(new InferenceSession(model, options), what, ExecutionProvider.DirectMl);
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            return OpenOnCpu(model, what, ExecutionProvider.CpuBecause($"DirectML does not run this model: {RuntimeMessage.Of(exception)}"));
        }
    }

    private ModelSession OpenOnCpu(byte[] model, string what, ExecutionProvider provider)
    {
        try
        {
            using var options = Options();
            return new ModelSession(new InferenceSession(model, options), what, provider);
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            throw new AnalysisException(
                $"{what} cannot be opened: {RuntimeMessage.Of(exception)} It must be a complete ONNX model that ONNX Runtime {InferenceRuntime.Info.Version} knows.",
                exception);
        }
    }

    private SessionOptions Options()
    {
        var options = new SessionOptions
        {
            IntraOpNumThreads = settings.Threads,
            InterOpNumThreads = 1,
            // What it has to say comes as exceptions; its own lines would go to the process's standard error.
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };

        // Threads that wait for the next frame must sleep, not spin.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        options.AddSessionConfigEntry("session.inter_op.allow_spinning", "0");
        return options;
    }

    // KeyNotFoundException: the managed API has no words for some of the newer error codes.
    private static bool IsRefusal(Exception exception) => exception is OnnxRuntimeException or EntryPointNotFoundException or KeyNotFoundException;
}
