using System.Numerics;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace EdgeCctv.Core.Inference.Detection;

/// <summary>What one run gave, in the model's order. Valid until the next run.</summary>
internal readonly ref struct ModelOutputs(IReadOnlyList<OrtValue> values, IReadOnlyList<ModelPort> ports)
{
    /// <exception cref="AnalysisException">It holds something else than floats, or a value that is no number.</exception>
    public ReadOnlySpan<float> Floats(int output)
    {
        Require(output, TensorElementType.Float);
        var floats = values[output].GetTensorDataAsSpan<float>();
        return AllFinite(floats)
            ? floats
            : throw new AnalysisException($"The detector's output '{ports[output].Name}' holds values that are no numbers (NaN or infinite).");
    }

    /// <summary>Whole numbers, whichever size they are written in.</summary>
    /// <param name="output">Which one.</param>
    /// <param name="index">Of the element.</param>
    public int Whole(int output, int index) => ports[output].Type switch
    {
        TensorElementType.Int64 => (int)Math.Clamp(values[output].GetTensorDataAsSpan<long>()[index], int.MinValue, int.MaxValue),
        TensorElementType.Int32 => values[output].GetTensorDataAsSpan<int>()[index],
        _ => (int)values[output].GetTensorDataAsSpan<float>()[index],
    };

    // A number times 0 is 0, and what is none stays none: one sum tells of all.
    private static bool AllFinite(ReadOnlySpan<float> values)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        var sum = Vector<float>.Zero;
        foreach (var vector in vectors)
        {
            sum += vector * 0;
        }

        var rest = 0f;
        foreach (var value in values[(vectors.Length * Vector<float>.Count)..])
        {
            rest += value * 0;
        }

        return Vector.Sum(sum) + rest == 0;
    }

    private void Require(int output, TensorElementType type)
    {
        if (ports[output].Type != type)
        {
            throw new AnalysisException($"The detector's output {ports[output]} should hold {type.ToString().ToLowerInvariant()} values.");
        }
    }
}
