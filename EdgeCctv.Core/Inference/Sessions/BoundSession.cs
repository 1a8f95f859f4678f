using Microsoft.ML.OnnxRuntime;

namespace EdgeCctv.Core.Inference.Sessions;

/// <summary>
/// A model whose inputs and outputs are arrays that stay where they are: fill the ones, run, read the others, and nothing is allocated.
/// All of them must be bound before the first run. One thread at a time; <see cref="Terminate"/> from any.
/// </summary>
/// <param name="model">Belongs to this object from now on.</param>
internal sealed class BoundSession(ModelSession model) : IDisposable
{
    private static readonly Func<InferenceSession, RunOptions, BoundSession, bool> Bound = static (session, options, self) =>
    {
        session.RunWithBinding(options, self._binding);
        return true;
    };

    private static readonly Func<InferenceSession, RunOptions, BoundSession, bool> Copied = static (session, options, self) =>
    {
        session.Run(options, self._inputs.Names, self._inputs.Values, self._outputs.Names, self._outputs.Values);
        return true;
    };

    private readonly OrtIoBinding _binding = model.Session.CreateIoBinding();
    private readonly (List<string> Names, List<OrtValue> Values) _inputs = ([], []);
    private readonly (List<string> Names, List<OrtValue> Values) _outputs = ([], []);

    public ExecutionProvider Provider => model.Provider;

    /// <summary>Binds an input.</summary>
    /// <returns>The array to fill before every run, row by row.</returns>
    /// <exception cref="AnalysisException">The model has no such input.</exception>
    public T[] Input<T>(string name, params ReadOnlySpan<long> shape) where T : unmanaged
    {
        var (array, value) = Make<T>(shape, _inputs, name);
        Bind(name, () => _binding.BindInput(name, value));
        return array;
    }

    /// <summary>Binds an output; its shape must be known.</summary>
    /// <returns>The array to read after every run; the next one overwrites it.</returns>
    /// <exception cref="AnalysisException">The model has no such output.</exception>
    public T[] Output<T>(string name, params ReadOnlySpan<long> shape) where T : unmanaged
    {
        var (array, value) = Make<T>(shape, _outputs, name);
        Bind(name, () => _binding.BindOutput(name, value));
        return array;
    }

    /// <summary>Reads the inputs and overwrites the outputs.</summary>
    /// <exception cref="AnalysisException">The model failed, or was told to stop.</exception>
    public void Run()
    {
        // Elsewhere than on the processor a binding copies its inputs once, when they are bound, and later ones are never seen.
        model.Run(this, Provider.IsCpu ? Bound : Copied);
        GC.KeepAlive(this);
    }

    /// <summary>Ends the run that is under way, between two of its nodes, and refuses every later one.</summary>
    public void Terminate() => model.Terminate();

    public void Dispose()
    {
        _binding.Dispose();
        foreach (var value in _inputs.Values.Concat(_outputs.Values))
        {
            value.Dispose();
        }

        model.Dispose();
    }

    private static (T[] Array, OrtValue Value) Make<T>(ReadOnlySpan<long> shape, (List<string> Names, List<OrtValue> Values) list, string name)
        where T : unmanaged
    {
        var length = 1L;
        foreach (var size in shape)
        {
            length *= size;
        }

        var array = GC.AllocateArray<T>(checked((int)length), pinned: true);
        var value = OrtValue.CreateTensorValueFromMemory(array, shape.ToArray());
        list.Names.Add(name);
        list.Values.Add(value);
        return (array, value);
    }

    private void Bind(string name, Action bind)
    {
        try
        {
            bind();
        }
        catch (OnnxRuntimeException exception)
        {
            throw new AnalysisException($"{model.What} does not take '{name}': {RuntimeMessage.Of(exception)}", exception);
        }
    }
}
