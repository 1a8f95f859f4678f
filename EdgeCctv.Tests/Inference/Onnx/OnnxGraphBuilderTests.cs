using EdgeCctv.Core.Inference.Onnx;
using Microsoft.ML.OnnxRuntime;
using static EdgeCctv.Core.Inference.Onnx.OnnxAttribute;

namespace EdgeCctv.Tests.Inference.Onnx;

/// <summary>What the builder writes is understood by ONNX Runtime as it was meant.</summary>
public sealed class OnnxGraphBuilderTests
{
    [Fact]
    public void Node_TextAttribute_Arrives()
    {
        var model = new OnnxGraphBuilder("m").Input("x", 3);
        model.Node("Pad", ["x", model.Constant(2, 1)], ["y"], Text("mode", "reflect")).Output("y", 6);

        Assert.Equal([3f, 2, 1, 2, 3, 2], OnnxRun.Floats(model, ("x", [3], [1, 2, 3]))["y"]);
    }

    [Fact]
    public void Node_IntAndFloatAttributes_Arrive()
    {
        var model = new OnnxGraphBuilder("m").Input("x", 2, 2);
        model.Node("Concat", ["x", model.Apply("LeakyRelu", ["x"], Float("alpha", 0.5f))], ["y"], Int("axis", 1)).Output("y", 2, 4);

        Assert.Equal([1f, -2, 1, -1, 3, -4, 3, -2], OnnxRun.Floats(model, ("x", [2, 2], [1, -2, 3, -4]))["y"]);
    }

    [Fact]
    public void Node_IntsAttribute_Arrives()
    {
        var model = new OnnxGraphBuilder("m").Input("x", 1, 1, 1, 4)
            .Node("AveragePool", ["x"], ["y"], Ints("kernel_shape", 1, 2), Ints("strides", 1, 2)).Output("y", 1, 1, 1, 2);

        Assert.Equal([1.5f, 5], OnnxRun.Floats(model, ("x", [1, 1, 1, 4], [1, 2, 4, 6]))["y"]);
    }

    [Fact]
    public void Node_FloatsAttribute_Arrives()
    {
        var model = new OnnxGraphBuilder("m").Input("x", 2);
        var list = model.Apply("Constant", [], Floats("value_floats", 0.25f, -3));
        model.Node("Add", ["x", list], ["y"]).Output("y", 2);

        Assert.Equal([1.25f, -1], OnnxRun.Floats(model, ("x", [2], [1, 2]))["y"]);
    }

    [Fact]
    public void Constant_OneNumber_IsForEveryElement()
    {
        var model = new OnnxGraphBuilder("m").Input("x", 3);
        model.Node("Mul", ["x", model.Constant(0.5f)], ["y"]).Output("y", 3);

        Assert.Equal([0.5f, 1, 1.5f], OnnxRun.Floats(model, ("x", [3], [1, 2, 3]))["y"]);
    }

    [Fact]
    public void Initializer_OfEveryType_HoldsTheSameNumbers()
    {
        AssertHolds<float>(1, 0, 3);
        AssertHolds<byte>(1, 0, 3);
        AssertHolds<sbyte>(1, 0, -3);
        AssertHolds(1, 0, -3);
        AssertHolds<long>(1, 0, -3);
        AssertHolds(true, false, true);
        AssertHolds((Half)1, (Half)0, (Half)(-3));
        AssertHolds<double>(1, 0, -3);
    }

    [Fact]
    public void Initializer_OfATypeWithoutCounterpart_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new OnnxGraphBuilder("m").Initializer("c", [1], ['x']));

    [Fact]
    public void Initializer_ShapeOfAnotherSize_IsRefused()
    {
        var mistake = Assert.Throws<ArgumentException>(() => new OnnxGraphBuilder("m").Initializer<float>("c", [2, 3], [1, 2, 3, 4, 5]));

        Assert.StartsWith("c: 5 values for a shape of 6.", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Input_OfAnySize_TakesAnySize()
    {
        var model = new OnnxGraphBuilder("m").Input("x", OnnxGraphBuilder.Any).Node("Neg", ["x"], ["y"]).Output("y", OnnxGraphBuilder.Any);

        Assert.Equal([-1f], OnnxRun.Floats(model, ("x", [1], [1]))["y"]);
        Assert.Equal([-1f, -2], OnnxRun.Floats(model, ("x", [2], [1, 2]))["y"]);
    }

    [Fact]
    public void Metadata_IsInTheFile()
    {
        var model = new OnnxGraphBuilder("m").Input("x", 1).Node("Neg", ["x"], ["y"]).Output("y", 1).Metadata("where", "Tür 3");
        using var session = new InferenceSession(model.ToBytes());

        Assert.Equal("Tür 3", session.ModelMetadata.CustomMetadataMap["where"]);
    }

    [Fact]
    public void ToBytes_SameCalls_GiveTheSameBytes()
    {
        Assert.Equal(Some(), Some());

        static byte[] Some()
        {
            var model = new OnnxGraphBuilder("m").Input("x", 3);
            return model.Node("Mul", [model.Apply("Neg", ["x"]), model.Constant(0.5f)], ["y"]).Output("y", 3).ToBytes();
        }
    }

    private static void AssertHolds<T>(params T[] values) where T : unmanaged
    {
        var model = new OnnxGraphBuilder("m").Initializer<T>("c", [values.Length], values);
        model.Node("Cast", ["c"], ["y"], Int("to", (int)OnnxType.Float)).Output("y", values.Length);

        Assert.Equal(values.Select(value => Convert.ToSingle(value is Half half ? (float)half : value, null)), OnnxRun.Floats(model)["y"]);
    }
}
