using EdgeCctv.Core.Inference;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace EdgeCctv.Tests.Inference;

public sealed class InferenceRuntimeTests
{
    [Fact]
    public void Info_LibraryPresent_NamesVersionAndCpuProvider()
    {
        var info = InferenceRuntime.Info;

        Assert.True(info.IsLoaded, info.Failure);
        Assert.True(Version.Parse(info.Version) >= new Version(1, 23), $"ONNX Runtime {info.Version}");
        Assert.Contains("CPUExecutionProvider", info.Providers);
    }

    [Fact]
    public void Session_AddModelOnCpu_AddsElementByElement()
    {
        using var session = new InferenceSession(TinyOnnxModel.Add(length: 3));
        NamedOnnxValue[] inputs =
        [
            Input("a", 1, 2, 3),
            Input("b", 10, 20, 30.5f),
        ];

        using var outputs = session.Run(inputs);

        var sum = Assert.Single(outputs);
        Assert.Equal("c", sum.Name);
        Assert.Equal([11f, 22f, 33.5f], sum.AsEnumerable<float>());
    }

    [Fact]
    public void Probe_NativeLibraryMissing_SaysSoInOneSentence()
    {
        // What .NET throws when ONNX Runtime's static constructor meets no library.
        var missing = new DllNotFoundException("Unable to load shared library 'onnxruntime'.\n/some/path: no such file");

        var info = InferenceRuntime.Probe(() => throw new TypeInitializationException("NativeMethods", missing));

        Assert.False(info.IsLoaded);
        Assert.StartsWith("ONNX Runtime's native library for ", info.Failure, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', info.Failure);
        Assert.Empty(info.Version);
        Assert.Empty(info.Providers);
    }

    [Fact]
    public void Probe_OtherMistake_IsNotHidden() =>
        Assert.Throws<InvalidOperationException>(() => InferenceRuntime.Probe(() => throw new InvalidOperationException()));

    private static NamedOnnxValue Input(string name, params float[] values) =>
        NamedOnnxValue.CreateFromTensor(name, new DenseTensor<float>(values, [values.Length]));
}
