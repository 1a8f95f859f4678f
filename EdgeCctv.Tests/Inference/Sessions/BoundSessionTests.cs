using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Onnx;
using EdgeCctv.Core.Inference.Sessions;

namespace EdgeCctv.Tests.Inference.Sessions;

public sealed class BoundSessionTests
{
    private static readonly SessionFactory Factory = new(InferenceSettings.Default);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_InputsChangedInPlace_SeesTheNewOnes(bool isBound)
    {
        using var session = Difference(isBound);
        var (a, b, c) = (session.Input<float>("a", 3), session.Input<float>("b", 3), session.Output<float>("c", 3));

        float[] Run(float[] left, float[] right)
        {
            left.CopyTo(a, 0);
            right.CopyTo(b, 0);
            session.Run();
            return [.. c];
        }

        Assert.Equal([9f, 18, 27], Run([10, 20, 30], [1, 2, 3]));
        Assert.Equal([-9f, -18, -27], Run([1, 2, 3], [10, 20, 30]));
    }

    [Fact]
    public void Run_ManyTimes_AllocatesNothing()
    {
        using var session = Difference(isBound: true);
        session.Input<float>("a", 3);
        session.Input<float>("b", 3);
        session.Output<float>("c", 3);
        session.Run();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            session.Run();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Input_NoSuchName_SaysWhich()
    {
        using var session = Difference(isBound: true);

        var refused = Assert.Throws<AnalysisException>(() => session.Input<float>("z", 3));

        Assert.StartsWith("The model 'x' does not take 'z': ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_InputOfAnotherSize_SaysThatItFailed(bool isBound)
    {
        using var session = Difference(isBound);
        session.Input<float>("a", 4);
        session.Input<float>("b", 3);
        session.Output<float>("c", 3);

        var failed = Assert.Throws<AnalysisException>(session.Run);

        Assert.StartsWith("The model 'x' failed: ", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terminate_WhileItRuns_EndsTheRun()
    {
        // Squares a matrix for hours.
        var model = new OnnxGraphBuilder("m").Input("x", 600, 600);
        var value = "x";
        for (var i = 0; i < 5000; i++)
        {
            value = model.Apply("MatMul", [value, value]);
        }

        model.Node("Identity", [value], ["y"]).Output("y", 600, 600);
        using var session = new BoundSession(Factory.Open(model.ToBytes(), "The model 'x'"));
        session.Input<float>("x", 600, 600);
        session.Output<float>("y", 600, 600);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = Task.Factory.StartNew(
            () =>
            {
                started.SetResult();
                session.Run();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        await started.Task;

        session.Terminate();

        var ended = await Assert.ThrowsAsync<AnalysisException>(() => run.WaitAsync(Patience));
        Assert.Equal("The model 'x' was told to stop.", ended.Message);
        Assert.Throws<AnalysisException>(session.Run);
    }

    [Fact]
    public void Terminate_AfterItsEnd_DoesNothing()
    {
        var session = Difference(isBound: true);
        session.Dispose();

        session.Terminate();
    }

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static BoundSession Difference(bool isBound)
    {
        var model = new OnnxGraphBuilder("m").Input("a", 3).Input("b", 3).Node("Sub", ["a", "b"], ["c"]).Output("c", 3);
        var session = Factory.Open(model.ToBytes(), "The model 'x'");
        // Where the provider is another than the processor, the arrays are handed over anew for each run.
        return new BoundSession(isBound ? session : new ModelSession(session.Session, session.What, new ExecutionProvider("DirectML", null)));
    }
}
