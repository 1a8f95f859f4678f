using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Sessions;
using EdgeCctv.Tests.Hosts;
using Microsoft.ML.OnnxRuntime;

namespace EdgeCctv.Tests.Inference.Sessions;

public sealed class ExecutionProvidersTests
{
    private static readonly InferenceRuntimeInfo WithDirectMl = new("1.23.0", ["DmlExecutionProvider", "CPUExecutionProvider"]);
    private static readonly InferenceRuntimeInfo WithoutDirectMl = new("1.23.0", ["CPUExecutionProvider"]);

    [Fact]
    public void Choose_Cpu_IsNoFallback()
    {
        var provider = ExecutionProviders.Choose(InferenceDevice.Cpu, WithDirectMl, _ => Assert.Fail("DirectML was tried."));

        Assert.Equal(new ExecutionProvider("CPU", null), provider);
    }

    [Theory]
    [InlineData(InferenceDevice.Auto)]
    [InlineData(InferenceDevice.DirectMl)]
    public void Choose_DirectMlWorks_TakesIt(InferenceDevice wanted) =>
        Assert.Equal(new ExecutionProvider("DirectML", null), ExecutionProviders.Choose(wanted, WithDirectMl, _ => { }));

    [Theory]
    [InlineData(InferenceDevice.Auto)]
    [InlineData(InferenceDevice.DirectMl)]
    public void Choose_BuiltWithoutDirectMl_IsCpuAndSaysWhy(InferenceDevice wanted)
    {
        var provider = ExecutionProviders.Choose(wanted, WithoutDirectMl, _ => Assert.Fail("DirectML was tried."));

        Assert.Equal(new ExecutionProvider("CPU", "ONNX Runtime 1.23.0 was built without DirectML."), provider);
    }

    [Fact]
    public void Choose_NoRuntimeAtAll_IsCpuAndSaysWhy()
    {
        var provider = ExecutionProviders.Choose(InferenceDevice.Auto, InferenceRuntimeInfo.Unavailable("No library."));

        Assert.Equal(new ExecutionProvider("CPU", "No library."), provider);
    }

    [RequiresLinuxFact]
    public void Choose_FunctionMissingInTheNativeLibrary_IsCpuAndSaysWhy()
    {
        // The real call on a library that has no DirectML, though the list says it had.
        var provider = ExecutionProviders.Choose(InferenceDevice.Auto, WithDirectMl);

        Assert.Equal(new ExecutionProvider("CPU", "The native library of ONNX Runtime has no DirectML."), provider);
    }

    [Fact]
    public void Choose_DirectMlDoesNotStart_IsCpuAndSaysWhyInOneLine()
    {
        var provider = ExecutionProviders.Choose(InferenceDevice.DirectMl, WithDirectMl, _ => Refuse());

        Assert.Equal("CPU", provider.Name);
        Assert.Matches(@"\ADirectML does not start on this machine: [^\[\n]+\.\z", provider.Fallback);
    }

    // ONNX Runtime's exceptions cannot be made by hand: a model of nonsense gives a real one.
    internal static void Refuse() => new InferenceSession([1, 2, 3]).Dispose();

    [Fact]
    public void Refuse_ThrowsWhatOnnxRuntimeThrows() => Assert.Throws<OnnxRuntimeException>(Refuse);
}
