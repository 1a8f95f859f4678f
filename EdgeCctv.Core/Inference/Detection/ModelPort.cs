using Microsoft.ML.OnnxRuntime.Tensors;

namespace EdgeCctv.Core.Inference.Detection;

/// <summary>An input or output of a model.</summary>
/// <param name="Name">As in the file.</param>
/// <param name="Type">Of its elements.</param>
/// <param name="Shape">Its dimensions; −1 for one that the model leaves open.</param>
internal sealed record ModelPort(string Name, TensorElementType Type, int[] Shape)
{
    public bool IsFloat => Type == TensorElementType.Float;

    /// <summary>Whether it is a table, with or without a batch of one around it.</summary>
    public bool IsTable(out int rows, out int columns)
    {
        (var found, rows, columns) = Shape switch
        {
            [1, var a, var b] => (true, a, b),
            [var a, var b] => (true, a, b),
            _ => (false, 0, 0),
        };
        return found && rows > 0 && columns > 0;
    }

    /// <summary>Whether it is a list, with or without a batch of one around it.</summary>
    public bool IsList => Shape is [_] or [1, _];

    public bool IsNamed(string part) => Name.Contains(part, StringComparison.OrdinalIgnoreCase);

    /// <summary>Such as <c>boxes float [1, 4420, 4]</c>, open dimensions as a question mark.</summary>
    public override string ToString() =>
        $"{Name} {Type.ToString().ToLowerInvariant()} [{string.Join(", ", Shape.Select(size => size < 0 ? "?" : $"{size}"))}]";
}

/// <summary>What a model is known by: its input's size and the names and shapes of its outputs.</summary>
/// <param name="Width">Of its input in pixels.</param>
/// <param name="Height">Of its input in pixels.</param>
/// <param name="TakesSize">Whether it is also told the size of the picture.</param>
/// <param name="Outputs">With the shapes that a run gave, in the model's order.</param>
internal sealed record ModelShape(int Width, int Height, bool TakesSize, IReadOnlyList<ModelPort> Outputs)
{
    /// <summary>The only output; null when there are none or several, or when it holds no floats.</summary>
    public ModelPort? Single => Outputs is [{ IsFloat: true } one] ? one : null;

    /// <summary>Cells of the grids of these strides together.</summary>
    public int Cells(params ReadOnlySpan<int> strides)
    {
        var cells = 0;
        foreach (var stride in strides)
        {
            cells += Across(Width, stride) * Across(Height, stride);
        }

        return cells;
    }

    /// <summary>Cells that lie side by side: a last one may be cut.</summary>
    public static int Across(int size, int stride) => (size + stride - 1) / stride;
}
