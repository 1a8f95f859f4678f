using EdgeCctv.Core.Inference.Onnx.Schema;
using Google.Protobuf;
using static EdgeCctv.Core.Inference.Onnx.Schema.AttributeProto.Types;

namespace EdgeCctv.Core.Inference.Onnx;

/// <summary>A setting of a node, e.g. <c>Ints("kernel_shape", 2, 2)</c>. Made to be used with <c>using static</c>.</summary>
internal readonly struct OnnxAttribute
{
    private OnnxAttribute(AttributeProto proto) => Proto = proto;

    public AttributeProto Proto { get; }

    public static OnnxAttribute Int(string name, long value) => new(new() { Name = name, Type = AttributeType.Int, I = value });

    public static OnnxAttribute Ints(string name, params long[] values) =>
        new(new() { Name = name, Type = AttributeType.Ints, Ints = { values } });

    public static OnnxAttribute Float(string name, float value) => new(new() { Name = name, Type = AttributeType.Float, F = value });

    public static OnnxAttribute Floats(string name, params float[] values) =>
        new(new() { Name = name, Type = AttributeType.Floats, Floats = { values } });

    public static OnnxAttribute Text(string name, string value) =>
        new(new() { Name = name, Type = AttributeType.String, S = ByteString.CopyFromUtf8(value) });
}
