using System.Globalization;
using System.Runtime.InteropServices;
using EdgeCctv.Core.Inference.Onnx.Schema;
using Google.Protobuf;

namespace EdgeCctv.Core.Inference.Onnx;

/// <summary>
/// Writes an ONNX model, node by node in the order of use. Names are free but must be unique; a value's name is what wires it.
/// Not thread-safe.
/// </summary>
/// <param name="name">Of the graph, for people.</param>
internal sealed class OnnxGraphBuilder(string name)
{
    /// <summary>The oldest operator set that has all that we use; ONNX Runtime has it since 1.12.</summary>
    public const long OperatorSet = 17;

    /// <summary>The version of the file format that goes with it.</summary>
    public const long IrVersion = 8;

    /// <summary>In a shape: a size that is only known when the model runs.</summary>
    public const long Any = -1;

    private readonly ModelProto _model = new()
    {
        IrVersion = IrVersion,
        ProducerName = "EdgeCctv",
        Graph = new GraphProto { Name = name },
        OpsetImport = { new OperatorSetIdProto { Domain = "", Version = OperatorSet } },
    };

    private int _made;

    private GraphProto Graph => _model.Graph;

    /// <summary>Something that the caller feeds; <see cref="Any"/> stands for a size that may vary.</summary>
    public OnnxGraphBuilder Input(string name, OnnxType type, params ReadOnlySpan<long> shape)
    {
        Graph.Input.Add(Value(name, type, shape));
        return this;
    }

    public OnnxGraphBuilder Input(string name, params ReadOnlySpan<long> shape) => Input(name, OnnxType.Float, shape);

    /// <summary>A value that the caller gets; some node must produce it under this name.</summary>
    public OnnxGraphBuilder Output(string name, OnnxType type, params ReadOnlySpan<long> shape)
    {
        Graph.Output.Add(Value(name, type, shape));
        return this;
    }

    public OnnxGraphBuilder Output(string name, params ReadOnlySpan<long> shape) => Output(name, OnnxType.Float, shape);

    /// <summary>A constant under a name of its own; it can be found again in the file.</summary>
    /// <exception cref="ArgumentException">The shape holds another number of elements.</exception>
    public OnnxGraphBuilder Initializer<T>(string name, ReadOnlySpan<long> shape, ReadOnlySpan<T> values) where T : unmanaged
    {
        var expected = 1L;
        foreach (var size in shape)
        {
            expected *= size;
        }

        if (expected != values.Length)
        {
            throw new ArgumentException($"{name}: {values.Length} values for a shape of {expected}.", nameof(values));
        }

        // The format is little-endian, as is every processor that .NET 10 and ONNX Runtime run on.
        Graph.Initializer.Add(new TensorProto
        {
            Name = name,
            DataType = (int)OnnxTypes.Of<T>(),
            Dims = { shape.ToArray() },
            RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values)),
        });
        return this;
    }

    /// <summary>A constant that nobody looks for.</summary>
    /// <returns>Its name.</returns>
    public string Constant<T>(ReadOnlySpan<long> shape, ReadOnlySpan<T> values) where T : unmanaged
    {
        var made = NextName("constant");
        Initializer(made, shape, values);
        return made;
    }

    /// <summary>A list of whole numbers, as shapes, axes and pads are.</summary>
    public string Constant(params ReadOnlySpan<long> values) => Constant([values.Length], values);

    /// <summary>One number, for every element alike.</summary>
    public string Constant(float value) => Constant<float>([], [value]);

    /// <summary>A node with the names of all it reads and writes; an empty name is an optional input that is left out.</summary>
    public OnnxGraphBuilder Node(
        string operation, ReadOnlySpan<string> inputs, ReadOnlySpan<string> outputs, params ReadOnlySpan<OnnxAttribute> attributes)
    {
        var node = new NodeProto { OpType = operation, Name = $"{operation}_{Graph.Node.Count}" };
        node.Input.AddRange(inputs.ToArray());
        node.Output.AddRange(outputs.ToArray());
        foreach (var attribute in attributes)
        {
            node.Attribute.Add(attribute.Proto);
        }

        Graph.Node.Add(node);
        return this;
    }

    /// <summary>A node with one output.</summary>
    /// <returns>The name of what it gives.</returns>
    public string Apply(string operation, ReadOnlySpan<string> inputs, params ReadOnlySpan<OnnxAttribute> attributes)
    {
        var made = NextName(operation);
        Node(operation, inputs, [made], attributes);
        return made;
    }

    /// <summary>What travels in the file beside the graph.</summary>
    public OnnxGraphBuilder Metadata(string key, string value)
    {
        _model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
        return this;
    }

    /// <summary>The finished file; the same calls always give the same bytes.</summary>
    public byte[] ToBytes() => _model.ToByteArray();

    private string NextName(string what) => string.Create(CultureInfo.InvariantCulture, $"_{what}_{_made++}");

    private static ValueInfoProto Value(string name, OnnxType type, ReadOnlySpan<long> shape)
    {
        var sizes = new TensorShapeProto();
        foreach (var size in shape)
        {
            sizes.Dim.Add(size == Any
                ? new TensorShapeProto.Types.Dimension { DimParam = string.Create(CultureInfo.InvariantCulture, $"{name}_{sizes.Dim.Count}") }
                : new TensorShapeProto.Types.Dimension { DimValue = size });
        }

        var tensor = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = sizes };
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = tensor } };
    }
}
