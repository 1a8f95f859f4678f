using System.Text;

namespace EdgeCctv.Tests.Inference;

/// <summary>
/// Writes the smallest ONNX models by hand, so that the tests need neither a file nor a protobuf library.
/// A protobuf field is a tag (number × 8 + kind) and a value; kind 0 is a varint, kind 2 a length and as many bytes.
/// Field numbers are those of onnx.proto.
/// </summary>
internal static class TinyOnnxModel
{
    private const int ElementTypeFloat = 1;

    /// <summary>c = a + b, each a vector of <paramref name="length"/> floats.</summary>
    public static byte[] Add(int length)
    {
        byte[] node = [.. Text(1, "a"), .. Text(1, "b"), .. Text(2, "c"), .. Text(4, "Add")];
        byte[] graph = [.. Message(1, node), .. Text(2, "tiny"), .. Input("a", length), .. Input("b", length), .. Output("c", length)];
        byte[] operatorSet = [.. Text(1, ""), .. Number(2, 13)];
        return [.. Number(1, 8), .. Message(7, graph), .. Message(8, operatorSet)];
    }

    private static byte[] Input(string name, int length) => Message(11, Vector(name, length));

    private static byte[] Output(string name, int length) => Message(12, Vector(name, length));

    private static byte[] Vector(string name, int length)
    {
        var dimension = Number(1, length);
        var shape = Message(1, dimension);
        byte[] tensor = [.. Number(1, ElementTypeFloat), .. Message(2, shape)];
        return [.. Text(1, name), .. Message(2, Message(1, tensor))];
    }

    private static byte[] Text(int field, string value) => Message(field, Encoding.UTF8.GetBytes(value));

    private static byte[] Message(int field, byte[] content) => [.. Varint(field * 8 + 2), .. Varint(content.Length), .. content];

    private static byte[] Number(int field, int value) => [.. Varint(field * 8), .. Varint(value)];

    // Seven bits a byte, lowest first; the top bit says that more follow.
    private static byte[] Varint(int value) =>
        value < 0x80 ? [(byte)value] : [(byte)(value & 0x7F | 0x80), .. Varint(value >> 7)];
}
