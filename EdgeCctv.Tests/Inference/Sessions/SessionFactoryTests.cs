using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Onnx;
using EdgeCctv.Core.Inference.Sessions;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Inference.Sessions;

public sealed class SessionFactoryTests
{
    private readonly SessionFactory _factory = new(InferenceSettings.Default);

    [Fact]
    public void Provider_AskedTwice_IsChosenOnce() => Assert.Same(_factory.Provider, _factory.Provider);

    [Fact]
    public void Open_Nonsense_SaysWhatAndWhyInOneLine()
    {
        var refused = Assert.Throws<AnalysisException>(() => _factory.Open([1, 2, 3], "The model 'x'"));

        Assert.StartsWith("The model 'x' cannot be opened: ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.DoesNotContain("ErrorCode", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_UnknownOperation_NamesIt()
    {
        var model = new OnnxGraphBuilder("m").Input("x", 1).Node("Conjure", ["x"], ["y"]).Output("y", 1);

        var refused = Assert.Throws<AnalysisException>(() => _factory.Open(model.ToBytes(), "The model 'x'"));

        Assert.Contains("Conjure", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenOrFallBack_DirectMlRefusesTheModel_RunsOnCpuAndSaysWhy()
    {
        using var session = _factory.OpenOrFallBack(Negation(), "The model 'x'", _ => ExecutionProvidersTests.Refuse());

        Assert.Equal("CPU", session.Provider.Name);
        Assert.StartsWith("DirectML does not run this model: ", session.Provider.Fallback, StringComparison.Ordinal);
    }

    [RequiresLinuxFact]
    public void OpenOrFallBack_FunctionMissing_RunsOnCpu()
    {
        using var session = _factory.OpenOrFallBack(Negation(), "The model 'x'", ExecutionProviders.AppendDirectMl);

        Assert.Equal("CPU", session.Provider.Name);
    }

    [Fact]
    public void OpenOrFallBack_NeitherRunsTheModel_IsRefused() =>
        Assert.Throws<AnalysisException>(() => _factory.OpenOrFallBack([1, 2, 3], "The model 'x'", _ => { }));

    private static byte[] Negation() => new OnnxGraphBuilder("m").Input("x", 1).Node("Neg", ["x"], ["y"]).Output("y", 1).ToBytes();
}
