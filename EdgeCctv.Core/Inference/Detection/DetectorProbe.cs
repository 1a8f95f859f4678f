using EdgeCctv.Core.Inference.Sessions;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace EdgeCctv.Core.Inference.Detection;

/// <summary>Runs a model once, to see what it leaves open. A dark picture will do, whatever its layout turns out to be.</summary>
internal static class DetectorProbe
{
    /// <param name="model">Not bound yet.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="outputs">Its outputs, in its order.</param>
    /// <returns>The outputs with the shapes that the run gave.</returns>
    /// <exception cref="AnalysisException">It does not run.</exception>
    public static ModelPort[] Run(ModelSession model, DetectorInputs inputs, IReadOnlyList<ModelPort> outputs)
    {
        string[] names = inputs.Size is null ? [inputs.Picture.Name] : [inputs.Picture.Name, inputs.Size.Name];
        var values = Values(inputs);
        try
        {
            using var given = model.Run(values, (session, options, state) => session.Run(options, names, state, [.. outputs.Select(port => port.Name)]));
            return [.. outputs.Zip(given, WithShape)];
        }
        finally
        {
            foreach (var value in values)
            {
                value.Dispose();
            }
        }
    }

    private static OrtValue[] Values(DetectorInputs inputs)
    {
        var picture = OrtValue.CreateTensorValueFromMemory(new float[3 * inputs.Width * inputs.Height], [1, 3, inputs.Height, inputs.Width]);
        return inputs.Size is null ? [picture] : [picture, Size(inputs.Size.Type, inputs.Width, inputs.Height)];
    }

    private static OrtValue Size(TensorElementType type, int width, int height) => type switch
    {
        TensorElementType.Int64 => OrtValue.CreateTensorValueFromMemory(new long[] { width, height }, [1, 2]),
        TensorElementType.Int32 => OrtValue.CreateTensorValueFromMemory(new[] { width, height }, [1, 2]),
        _ => OrtValue.CreateTensorValueFromMemory(new float[] { width, height }, [1, 2]),
    };

    private static ModelPort WithShape(ModelPort port, OrtValue value)
    {
        if (!value.IsTensor)
        {
            throw new AnalysisException($"The detector's '{port.Name}' is no tensor.");
        }

        var facts = value.GetTensorTypeAndShape();
        return new ModelPort(port.Name, facts.ElementDataType, [.. facts.Shape.Select(size => (int)size)]);
    }
}
