using System.Collections.Immutable;
using System.Runtime.InteropServices;
using EdgeCctv.Core.Inference.Onnx;
using EdgeCctv.Core.Inference.Onnx.Schema;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>The named constants of a file, taken out with all checks. What is wrong is the message of a <see cref="FormatException"/>.</summary>
internal sealed class SceneTensors(ModelProto model)
{
    private readonly Dictionary<string, TensorProto> _byName = ByName(model);

    public bool Has(string name) => _byName.ContainsKey(name);

    public float[] Floats(string name, long[] shape)
    {
        if (!_byName.TryGetValue(name, out var tensor))
        {
            throw new FormatException($"lacks the values '{name}'");
        }

        if (!tensor.Dims.SequenceEqual(shape))
        {
            throw new FormatException($"has '{name}' of the size {string.Join('x', tensor.Dims)} where {string.Join('x', shape)} is right");
        }

        return Floats(tensor);
    }

    /// <summary>All whose name begins so; the keys are what follows.</summary>
    public ImmutableSortedDictionary<string, float[]> Beginning(string prefix) => _byName
        .Where(one => one.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(one => one.Key[prefix.Length..], one => Floats(one.Value), StringComparer.Ordinal);

    private static Dictionary<string, TensorProto> ByName(ModelProto model)
    {
        var byName = new Dictionary<string, TensorProto>(StringComparer.Ordinal);
        foreach (var tensor in model.Graph?.Initializer ?? [])
        {
            if (!byName.TryAdd(tensor.Name, tensor))
            {
                throw new FormatException($"has the values '{tensor.Name}' twice");
            }
        }

        return byName;
    }

    // The bytes decide how much is allocated, never the size that the file claims.
    private static float[] Floats(TensorProto tensor)
    {
        var bytes = tensor.RawData.Span;
        if (tensor.DataType != (int)OnnxType.Float || bytes.Length % sizeof(float) != 0 || !Fits(tensor.Dims, bytes.Length / sizeof(float)))
        {
            throw new FormatException($"has values '{tensor.Name}' that are not floats, or not as many as it says");
        }

        return MemoryMarshal.Cast<byte, float>(bytes).ToArray();
    }

    private static bool Fits(IEnumerable<long> shape, int length)
    {
        // As doubles, which cannot overflow: sizes may be any nonsense.
        return shape.Aggregate(1.0, (product, size) => product * size) == length;
    }
}
