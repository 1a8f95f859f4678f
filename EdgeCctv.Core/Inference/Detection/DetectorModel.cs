using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace EdgeCctv.Core.Inference.Detection;

/// <summary>A model that is loaded, and its input in memory. Used by one thread.</summary>
internal sealed class DetectorModel : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly string[] _inputNames;
    private readonly string[] _outputNames;
    private readonly List<OrtValue> _inputs = [];

    /// <exception cref="AnalysisException">It cannot be loaded, or is no detector.</exception>
    public DetectorModel(DetectorOptions options)
    {
        _session = Load(options);
        try
        {
            var inputs = _session.InputMetadata.Select(one => Port(one.Key, one.Value)).ToArray();
            var outputs = _session.OutputNames.Select(name => Port(name, _session.OutputMetadata[name])).ToArray();
            Seen = $"inputs {string.Join(", ", inputs.AsEnumerable())}; outputs {string.Join(", ", outputs.AsEnumerable())}";
            Inputs = DetectorInputs.Of(inputs, options.InputSize, Seen);
            _inputNames = Inputs.Size is null ? [Inputs.Picture.Name] : [Inputs.Picture.Name, Inputs.Size.Name];
            _outputNames = [.. _session.OutputNames];
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public DetectorInputs Inputs { get; }

    /// <summary>Inputs and outputs in words.</summary>
    public string Seen { get; }

    /// <summary>Binds the memory that every run reads.</summary>
    public void Bind(float[] picture)
    {
        Free();
        _inputs.Add(OrtValue.CreateTensorValueFromMemory(picture, [1, 3, Inputs.Height, Inputs.Width]));
        if (Inputs.Size is { } size)
        {
            // Its own size, so that boxes come in pixels of the input, as with the other families.
            _inputs.Add(size.Type switch
            {
                TensorElementType.Int64 => OrtValue.CreateTensorValueFromMemory(new long[] { Inputs.Width, Inputs.Height }, [1, 2]),
                TensorElementType.Int32 => OrtValue.CreateTensorValueFromMemory(new[] { Inputs.Width, Inputs.Height }, [1, 2]),
                _ => OrtValue.CreateTensorValueFromMemory(new float[] { Inputs.Width, Inputs.Height }, [1, 2]),
            });
        }
    }

    /// <summary>Runs the model on what is in the bound memory. The result is to be disposed.</summary>
    /// <exception cref="AnalysisException">The model breaks.</exception>
    public IDisposableReadOnlyCollection<OrtValue> Run()
    {
        try
        {
            return _session.Run(_run, _inputNames, _inputs, _outputNames);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new AnalysisException($"The detector breaks while it runs ({Seen}): {FirstLine(exception)}", exception);
        }
    }

    /// <summary>The outputs with the shapes that a run gave.</summary>
    public IReadOnlyList<ModelPort> Ports(IReadOnlyList<OrtValue> outputs) =>
    [
        .. outputs.Select((value, i) =>
        {
            var facts = value.GetTensorTypeAndShape();
            return new ModelPort(_outputNames[i], facts.ElementDataType, [.. facts.Shape.Select(size => (int)size)]);
        }),
    ];

    public void Dispose()
    {
        Free();
        _run.Dispose();
        _session.Dispose();
    }

    private static InferenceSession Load(DetectorOptions options)
    {
        if (!File.Exists(options.ModelFile))
        {
            throw new AnalysisException($"The detector's file '{options.ModelFile}' does not exist.");
        }

        try
        {
            using var settings = new SessionOptions
            {
                IntraOpNumThreads = Math.Max(options.Threads, 1),

                // What it says of a file is no use to an operator, and some files make it say hundreds of lines.
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            };
            settings.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
            return new InferenceSession(options.ModelFile, settings);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new AnalysisException($"The detector's file '{options.ModelFile}' cannot be used: {FirstLine(exception)}", exception);
        }
    }

    private static ModelPort Port(string name, NodeMetadata facts) =>
        facts.IsTensor
            ? new ModelPort(name, facts.ElementDataType, [.. facts.Dimensions])
            : throw new AnalysisException($"The detector's '{name}' is a {facts.OnnxValueType}, not a tensor.");

    private static string FirstLine(Exception exception) => exception.Message.Split('\n')[0];

    private void Free()
    {
        foreach (var input in _inputs)
        {
            input.Dispose();
        }

        _inputs.Clear();
    }
}
