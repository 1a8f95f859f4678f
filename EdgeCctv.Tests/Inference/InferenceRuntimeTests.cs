using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Onnx;
using EdgeCctv.Tests.Inference.Onnx;

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
        var model = new OnnxGraphBuilder("tiny").Input("a", 3).Input("b", 3).Node("Add", ["a", "b"], ["c"]).Output("c", 3);

        Assert.Equal([11f, 22f, 33.5f], OnnxRun.Floats(model, ("a", [3], [1, 2, 3]), ("b", [3], [10, 20, 30.5f]))["c"]);
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
}
