using System.Numerics;
using System.Runtime.InteropServices;

namespace EdgeCctv.Core.Inference.Detection;

/// <summary>What one run gave, in the model's order. Valid until the next run.</summary>
internal readonly ref struct ModelOutputs(Array[] values, IReadOnlyList<ModelPort> ports)
{
    /// <param name="output">One that holds floats.</param>
    /// <exception cref="AnalysisException">It holds a value that is no number.</exception>
    public ReadOnlySpan<float> Floats(int output)
    {
        ReadOnlySpan<float> floats = (float[])values[output];
        return AllFinite(floats)
            ? floats
            : throw new AnalysisException($"The detector's output '{ports[output].Name}' holds values that are no numbers (NaN or infinite).");
    }

    /// <summary>Whole numbers, in whatever they are written.</summary>
    /// <param name="output">Which one.</param>
    /// <param name="index">Of the element.</param>
    public int Whole(int output, int index) => values[output] switch
    {
        long[] numbers => (int)Math.Clamp(numbers[index], int.MinValue, int.MaxValue),
        int[] numbers => numbers[index],
        var numbers => (int)((float[])numbers)[index],
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
}
