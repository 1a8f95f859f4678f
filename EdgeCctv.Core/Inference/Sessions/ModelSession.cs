using Microsoft.ML.OnnxRuntime;

namespace EdgeCctv.Core.Inference.Sessions;

/// <summary>An open model. One thread at a time; <see cref="Terminate"/> from any.</summary>
internal sealed class ModelSession : IDisposable
{
    private readonly RunOptions _run = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
    private readonly Lock _gate = new();
    private bool _disposed;

    public ModelSession(InferenceSession session, string what, ExecutionProvider provider) => (Session, What, Provider) = (session, what, provider);

    /// <summary>For its inputs, outputs and metadata; runs go through <see cref="Run"/>.</summary>
    public InferenceSession Session { get; }

    /// <summary>What it is, for messages.</summary>
    public string What { get; }

    /// <summary>What runs this model, and why if that is not what runs the others.</summary>
    public ExecutionProvider Provider { get; }

    /// <summary>Runs it in whatever way the caller does.</summary>
    /// <exception cref="AnalysisException">It failed, or was told to stop.</exception>
    public T Run<TState, T>(TState state, Func<InferenceSession, RunOptions, TState, T> run)
    {
        try
        {
            return run(Session, _run, state);
        }
        catch (Exception exception) when (exception is OnnxRuntimeException or KeyNotFoundException)
        {
            throw new AnalysisException(
                _run.Terminate ? $"{What} was told to stop." : $"{What} failed: {RuntimeMessage.Of(exception)}", exception);
        }
    }

    /// <summary>Ends the run that is under way, between two of its nodes, and refuses every later one.</summary>
    public void Terminate()
    {
        lock (_gate)
        {
            if (!_disposed)
            {
                _run.Terminate = true;
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _run.Dispose();
        }

        Session.Dispose();
    }
}
