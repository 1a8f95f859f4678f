using static EdgeCctv.Core.Inference.Onnx.Schema.TensorProto.Types;

namespace EdgeCctv.Core.Inference.Onnx;

/// <summary>What a tensor's elements are; the numbers are those of the format.</summary>
internal enum OnnxType
{
    Float = DataType.Float,
    UInt8 = DataType.Uint8,
    Int8 = DataType.Int8,
    Int32 = DataType.Int32,
    Int64 = DataType.Int64,
    Bool = DataType.Bool,
    Half = DataType.Float16,
    Double = DataType.Double,
}

internal static class OnnxTypes
{
    /// <summary>The type whose elements look like <typeparamref name="T"/> in memory.</summary>
    public static OnnxType Of<T>() where T : unmanaged => default(T) switch
    {
        float => OnnxType.Float,
        byte => OnnxType.UInt8,
        sbyte => OnnxType.Int8,
        int => OnnxType.Int32,
        long => OnnxType.Int64,
        bool => OnnxType.Bool,
        Half => OnnxType.Half,
        double => OnnxType.Double,
        _ => throw new ArgumentException($"A tensor of {typeof(T).Name} is not supported; allowed: float, byte, sbyte, int, long, bool, Half, double."),
    };
}
