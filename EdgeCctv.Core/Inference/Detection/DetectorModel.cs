using EdgeCctv.Core.Inference.Sessions;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace EdgeCctv.Core.Inference.Detection;

/// <summary>A model that is loaded, with its inputs and outputs bound to arrays. Used by one thread.</summary>
internal sealed class DetectorModel : IDisposable
{
    private readonly BoundSession _session;

    /// <summary>Loads the model and runs it once on a dark picture, to see the shapes that it leaves open; may take seconds.</summary>
    /// <exception cref="AnalysisException">It cannot be loaded, does not run, or is no detector.</exception>
    public DetectorModel(DetectorOptions options, SessionFactory sessions)
    {
        var model = Load(options, sessions);
        BoundSession? bound = null;
        try
        {
            var inputs = Ports(model.Session.InputNames, model.Session.InputMetadata);
            var outputs = Ports(model.Session.OutputNames, model.Session.OutputMetadata);
            Seen = $"inputs {string.Join(", ", inputs.AsEnumerable())}; outputs {string.Join(", ", outputs.AsEnumerable())}";
            Inputs = DetectorInputs.Of(inputs, options.InputSize, Seen);
            Outputs = DetectorProbe.Run(model, Inputs, outputs);
            bound = new BoundSession(model);
            Picture = bound.Input<float>(Inputs.Picture.Name, 1, 3, Inputs.Height, Inputs.Width);
            BindSize(bound);
            Values = [.. Outputs.Select(port => Bind(bound, port))];
            _session = bound;
        }
        catch
        {
            (bound as IDisposable ?? model).Dispose();
            throw;
        }
    }

    public DetectorInputs Inputs { get; }

    /// <summary>In the model's order, with the shapes that every run gives.</summary>
    public IReadOnlyList<ModelPort> Outputs { get; }

    /// <summary>Inputs and outputs in words, as the file has them.</summary>
    public string Seen { get; }

    /// <summary>What runs it.</summary>
    public ExecutionProvider Provider => _session.Provider;

    /// <summary>The picture that every run reads: three planes, top row first.</summary>
    public float[] Picture { get; }

    /// <summary>What the last run gave, an array for each output.</summary>
    public Array[] Values { get; }

    /// <summary>Runs the model on what is in <see cref="Picture"/>.</summary>
    /// <exception cref="AnalysisException">The model breaks.</exception>
    public void Run() => _session.Run();

    public void Terminate() => _session.Terminate();

    public void Dispose() => _session.Dispose();

    private static ModelSession Load(DetectorOptions options, SessionFactory sessions)
    {
        var own = options.Threads == 0 ? sessions : new SessionFactory(sessions.Settings with { Threads = options.Threads });
        try
        {
            return own.Open(File.ReadAllBytes(options.ModelFile), $"The detector '{options.ModelFile}'");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AnalysisException($"The detector's file cannot be read: {exception.Message}", exception);
        }
    }

    private static ModelPort[] Ports(IEnumerable<string> names, IReadOnlyDictionary<string, NodeMetadata> facts) => [.. names.Select(name => Port(name, facts[name]))];

    private static ModelPort Port(string name, NodeMetadata facts) =>
        facts.IsTensor
            ? new ModelPort(name, facts.ElementDataType, [.. facts.Dimensions])
            : throw new AnalysisException($"The detector's '{name}' is a {facts.OnnxValueType}, not a tensor.");

    private static Array Bind(BoundSession session, ModelPort port)
    {
        long[] shape = [.. port.Shape];
        return port.Type switch
        {
            TensorElementType.Float => session.Output<float>(port.Name, shape),
            TensorElementType.Int64 => session.Output<long>(port.Name, shape),
            TensorElementType.Int32 => session.Output<int>(port.Name, shape),
            _ => throw new AnalysisException($"The detector's output {port} holds what no supported layout does: neither floats nor whole numbers."),
        };
    }

    // Its own size, so that boxes come in pixels of the input, as with the other families.
    private void BindSize(BoundSession session)
    {
        switch (Inputs.Size)
        {
            case { Type: TensorElementType.Int64 } size:
                new long[] { Inputs.Width, Inputs.Height }.CopyTo(session.Input<long>(size.Name, 1, 2), 0);
                break;
            case { Type: TensorElementType.Int32 } size:
                new[] { Inputs.Width, Inputs.Height }.CopyTo(session.Input<int>(size.Name, 1, 2), 0);
                break;
            case { } size:
                new float[] { Inputs.Width, Inputs.Height }.CopyTo(session.Input<float>(size.Name, 1, 2), 0);
                break;
        }
    }
}
