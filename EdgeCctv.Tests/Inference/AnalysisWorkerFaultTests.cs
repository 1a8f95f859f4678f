using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Detection;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Tests.Fakes;
using Microsoft.Extensions.Logging;

namespace EdgeCctv.Tests.Inference;

/// <summary>Analysers that hang, break, give nonsense or cannot be made: noticed within 3 s, made anew, and nobody else is held up.</summary>
public sealed class AnalysisWorkerFaultTests
{
    private const int StalledEvent = 401;

    [Fact]
    public async Task Analyze_NeverReturns_IsStalledWithinThreeSecondsAndTheOtherGoesOn()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers(), new FakeAnalyzers("detector") { OnAnalyze = _ => new DetectionFinding([]) });
        await rig.StartAsync();
        await rig.AnalyseAsync();
        rig.Analyzers[0].OnAnalyze = Hang(rig);
        rig.Give();
        await rig.UntilAsync(() => rig.Analyzers[0].Calls.Contains("2"));

        rig.Pass(2.25);
        Assert.Null(rig.Status.Cause);
        var next = rig.Give(0.75);

        Assert.Equal((AnalyzerState.Stalled, "The analysis 'scene' has not answered for 2.2 s."), (rig.Status.State, rig.Status.Cause));
        Assert.Equal(1, rig.Worker.LostThreads);
        Assert.DoesNotContain("scene", rig.Board.Newest.Keys);
        Assert.NotNull(rig.Status.NextTry);
        await rig.UntilAsync(() => rig.Board.Newest["detector"].Sequence == next.Sequence);
        Assert.Single(rig.Log.Lines, line => line.Id == StalledEvent);
    }

    [Fact]
    public async Task Analyze_ReturnsAfterAll_IsNotHeardAndItsThreadIsBack()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers());
        await rig.StartAsync();
        rig.Analyzers[0].OnAnalyze = Hang(rig);
        rig.Give();
        await rig.UntilAsync(() => rig.Analyzers[0].Calls.Contains("1"));
        rig.Pass(3);
        Assert.Equal(1, rig.Worker.LostThreads);

        rig.Analyzers[0].OnAnalyze = _ => null;
        rig.Stuck.Set();
        await rig.UntilAsync(() => rig.Analyzers[0].Calls.Contains("dispose"));
        await rig.UntilAsync(() => rig.Worker.LostThreads == 0);

        Assert.Empty(rig.Board.Newest);
        Assert.Equal(0, rig.Status.Analysed);
    }

    [Fact]
    public async Task Analyze_CanBeBrokenOff_ItsThreadIsBackAsSoonAsItIsGivenUp()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers());
        await rig.StartAsync();
        rig.Analyzers[0].OnAnalyze = HangUntilTerminated(rig);
        rig.Give();
        await rig.UntilAsync(() => rig.Analyzers[0].Calls.Contains("1"));

        rig.Pass(2.75);
        await rig.UntilAsync(() => rig.Worker.LostThreads == 0 && rig.Analyzers[0].Calls.Contains("dispose"));

        Assert.Equal("The analysis 'scene' has not answered for 2.2 s.", rig.Status.Cause);
    }

    [Fact]
    public async Task Dispose_WhileItAnalyses_BreaksItOffAndThatIsNoFault()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers());
        await rig.StartAsync();
        rig.Analyzers[0].OnAnalyze = HangUntilTerminated(rig);
        rig.Give();
        await rig.UntilAsync(() => rig.Analyzers[0].Calls.Contains("1"));

        rig.Worker.Dispose();
        await rig.UntilAsync(() => rig.Analyzers[0].Calls.Contains("dispose"));

        Assert.DoesNotContain(rig.Log.Lines, line => line.Id == StalledEvent);
        Assert.Null(rig.Status.Cause);
    }

    [Fact]
    public async Task Analyze_HungOnce_IsMadeAnewAndWorksAgain()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers());
        await rig.StartAsync();
        rig.Analyzers[0].OnAnalyze = Hang(rig);
        rig.Give();
        await rig.UntilAsync(() => rig.Analyzers[0].Calls.Contains("1"));
        rig.Pass(2.75);
        Assert.Equal(AnalyzerState.Stalled, State(rig));
        rig.Analyzers[0].OnAnalyze = _ => new SceneFinding(ScenePhase.Watching);

        rig.Pass(1);
        await rig.UntilAsync(() => rig.Analyzers[0].Created == 2);
        Assert.Equal(AnalyzerState.Stalled, State(rig));
        await rig.AnalyseAsync();
        await rig.UntilAsync(() => State(rig) == AnalyzerState.Running);

        Assert.Equal((1, null, null), (rig.Status.Rebuilds, rig.Status.Cause, rig.Status.NextTry));
        Assert.Equal(1, rig.Worker.LostThreads);
    }

    [Fact]
    public async Task Analyze_Breaks_IsStalledAtOnceWithTheCauseAndDisposed()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers { OnAnalyze = _ => throw new AnalysisException("The model's input is 3 wide. Use another model.") });
        await rig.StartAsync();

        rig.Give();
        await rig.UntilAsync(() => State(rig) == AnalyzerState.Stalled && rig.Analyzers[0].Calls.Contains("dispose"));

        Assert.Equal("The model's input is 3 wide. Use another model.", rig.Status.Cause);
        Assert.Equal(rig.Time.GetUtcNow() + TimeSpan.FromSeconds(1), rig.Status.NextTry);
        Assert.Equal(0, rig.Worker.LostThreads);
        Assert.NotNull(rig.Status.WaitingSince);
    }

    [Fact]
    public async Task Analyze_BreaksInAWayThatItDoesNotKnowOf_IsStalledAndTheLogHasAllOfIt()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers { OnAnalyze = _ => throw new InvalidOperationException("bad handle\n  at /a/b.cc:7") });
        await rig.StartAsync();

        rig.Give();
        await rig.UntilAsync(() => State(rig) == AnalyzerState.Stalled);

        Assert.Equal("The analysis 'scene' broke: bad handle.", rig.Status.Cause);

        // Told by the lane's thread, after its state.
        await rig.UntilAsync(() => rig.Log.Lines.Any(line => line.Level == LogLevel.Error));
    }

    [Theory]
    [InlineData(float.NaN, 1)]
    [InlineData(float.PositiveInfinity, 1)]
    [InlineData(1, float.NaN)]
    public async Task Analyze_GivesNoNumbers_IsStalledAndNothingOfItIsHeard(float score, float threshold)
    {
        using var rig = new AnalysisRig(new FakeAnalyzers { OnAnalyze = _ => new SceneFinding(ScenePhase.Watching) { Score = score, Threshold = threshold } });
        await rig.StartAsync();

        rig.Give();
        await rig.UntilAsync(() => State(rig) == AnalyzerState.Stalled);

        Assert.Contains("no numbers", rig.Status.Cause, StringComparison.Ordinal);
        Assert.Empty(rig.Board.Newest);
    }

    [Fact]
    public async Task Analyze_BoxIsNowhere_IsStalled()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers { OnAnalyze = _ => new DetectionFinding([new DetectedObject("car", 1, new PixelRect(float.NaN, 0, 1, 1))]) });
        await rig.StartAsync();

        rig.Give();

        await rig.UntilAsync(() => State(rig) == AnalyzerState.Stalled);
    }

    [Fact]
    public async Task Create_Fails_IsTriedAgainAsTheScheduleSaysAndToldOnce()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers { OnCreate = () => throw new AnalysisException("The model file is missing.") });
        rig.Worker.Start();
        await rig.UntilAsync(() => State(rig) == AnalyzerState.Stalled);

        foreach (var (wait, attempt) in new[] { (1, 2), (2, 3), (5, 4), (10, 5), (30, 6), (60, 7), (60, 8) })
        {
            await rig.UntilAsync(() => rig.Status.NextTry is not null);
            Assert.Equal(rig.Time.GetUtcNow() + TimeSpan.FromSeconds(wait), rig.Status.NextTry);
            rig.Pass(wait - 0.25);
            Assert.Equal(attempt - 1, rig.Analyzers[0].Created);
            rig.Pass(0.25);
            await rig.UntilAsync(() => rig.Analyzers[0].Created == attempt);
        }

        Assert.Equal((AnalyzerState.Stalled, "The model file is missing.", 7), (rig.Status.State, rig.Status.Cause, rig.Status.Rebuilds));
        Assert.Single(rig.Log.Lines, line => line.Id == StalledEvent);
    }

    [Fact]
    public async Task Create_FailedWhileTheCameraIsOffAndThenWorks_IsIdle()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers { OnCreate = () => throw new AnalysisException("The model file is missing.") });
        rig.Worker.Start();
        await rig.UntilAsync(() => rig.Status.NextTry is not null);
        rig.Analyzers[0].OnCreate = () => { };

        rig.Pass(1);
        await rig.UntilAsync(() => State(rig) == AnalyzerState.Idle);

        Assert.Null(rig.Status.Cause);
    }

    [Fact]
    public async Task Create_NeverReturns_IsLoadingAndThenStalled()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers());
        rig.Analyzers[0].OnCreate = rig.Stuck.Wait;
        rig.Worker.Start();
        await rig.UntilAsync(() => rig.Analyzers[0].Created == 1);

        rig.Pass(29.75);
        Assert.Equal(AnalyzerState.Loading, State(rig));
        rig.Pass(0.5);

        Assert.Equal((AnalyzerState.Stalled, "The analysis 'scene' was not loaded within 30 s."), (rig.Status.State, rig.Status.Cause));
    }

    [Fact]
    public async Task Threads_ThreeAreLost_NoneIsMadeUntilOneIsBack()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers());
        using var first = new ManualResetEventSlim();
        var calls = 0;
        rig.Analyzers[0].OnAnalyze = _ =>
        {
            (Interlocked.Increment(ref calls) == 1 ? first : rig.Stuck).Wait();
            return null;
        };
        await rig.StartAsync();
        foreach (var wait in new[] { 1, 2, 5 })
        {
            var (made, given) = (rig.Analyzers[0].Created, rig.Analyzers[0].Given);
            rig.Give();
            await rig.UntilAsync(() => rig.Analyzers[0].Given > given);
            rig.Pass(3);
            Assert.Equal(AnalyzerState.Stalled, State(rig));
            rig.Pass(wait);
            await (wait == 5 ? Task.CompletedTask : rig.UntilAsync(() => rig.Analyzers[0].Created > made));
        }

        rig.Pass(120);
        Assert.Equal((3, 3), (rig.Worker.LostThreads, rig.Analyzers[0].Created));
        Assert.Equal(
            "The analysis 'scene' has not answered for 2.2 s. It is not made anew while 3 of its kind hang; restart the console to mend that.", rig.Status.Cause);
        Assert.Null(rig.Status.NextTry);

        first.Set();
        await rig.UntilAsync(() => rig.Worker.LostThreads == 2);
        await rig.UntilAsync(() =>
        {
            rig.Pass(0.25);
            return rig.Analyzers[0].Created == 4;
        });
    }

    [Fact]
    public async Task Schedule_AfterAMinuteOfSuccess_BeginsAnew()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers());
        await rig.StartAsync();
        await BreakAsync(rig, wait: 1);
        await BreakAsync(rig, wait: 2);
        await rig.AnalyseAsync();

        // In steps, so that the camera never seems off.
        for (var second = 0; second < 60; second++)
        {
            await rig.AnalyseAsync(1);
        }

        await BreakAsync(rig, wait: 1);
    }

    [Fact]
    public async Task Machine_StoodStill_IsNoFaultOfTheAnalyser()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers());
        await rig.StartAsync();
        rig.Analyzers[0].OnAnalyze = Hang(rig);
        rig.Give();
        await rig.UntilAsync(() => rig.Analyzers[0].Calls.Contains("1"));

        // The clock has gone on, and the timers fire late: all at once.
        rig.Time.StandStill(TimeSpan.FromSeconds(10));
        rig.Pass(2.1);
        Assert.Equal((0, null), (rig.Worker.LostThreads, rig.Status.Cause));

        rig.Pass(0.5);
        Assert.Equal(AnalyzerState.Stalled, State(rig));
    }

    [Fact]
    public async Task Dispose_AnalyserHangs_ReturnsAndTheResultIsNotHeard()
    {
        var rig = new AnalysisRig(new FakeAnalyzers());
        await rig.StartAsync();
        rig.Analyzers[0].OnAnalyze = Hang(rig);
        rig.Give();
        await rig.UntilAsync(() => rig.Analyzers[0].Calls.Contains("1"));

        await Task.Run(rig.Worker.Dispose).WaitAsync(Pulse.Patience, TimeProvider.System);
        Assert.DoesNotContain("dispose", rig.Analyzers[0].Calls);
        rig.Stuck.Set();
        await rig.UntilAsync(() => rig.Analyzers[0].Calls.Contains("dispose"));

        Assert.Empty(rig.Board.Newest);
        rig.Dispose();
    }

    [Fact]
    public async Task Dispose_Working_AnalyserIsDisposedBeforeItReturns()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers());
        await rig.StartAsync();
        await rig.AnalyseAsync();

        rig.Worker.Dispose();

        Assert.Equal(["create", "reset", "1", "dispose"], rig.Analyzers[0].Calls);
    }

    [Fact]
    public async Task Dispose_OfAnAnalyserBreaks_HarmsNobody()
    {
        using var rig = new AnalysisRig(new FakeAnalyzers { OnDispose = () => throw new InvalidOperationException("bad handle") });
        await rig.StartAsync();

        rig.Worker.Dispose();

        Assert.Contains(rig.Log.Lines, line => line.Text.Contains("broke", StringComparison.Ordinal));
    }

    private static AnalyzerState State(AnalysisRig rig) => rig.Status.State;

    private static Func<EdgeCctv.Core.Frames.Frame, AnalysisFinding?> Hang(AnalysisRig rig) => _ =>
    {
        rig.Stuck.Wait();
        return new SceneFinding(ScenePhase.Watching);
    };

    // As a model that is told to stop.
    private static Func<EdgeCctv.Core.Frames.Frame, AnalysisFinding?> HangUntilTerminated(AnalysisRig rig)
    {
        rig.Analyzers[0].OnTerminate = rig.Stuck.Set;
        return _ =>
        {
            rig.Stuck.Wait();
            throw new AnalysisException("The model was told to stop.");
        };
    }

    // One breakdown, and the next analyser is there.
    private static async Task BreakAsync(AnalysisRig rig, double wait)
    {
        var analyzer = rig.Analyzers[0];
        var made = analyzer.Created;
        analyzer.OnAnalyze = _ => throw new AnalysisException("broken");
        rig.Give();
        await rig.UntilAsync(() => rig.Status.NextTry is not null);
        Assert.Equal(rig.Time.GetUtcNow() + TimeSpan.FromSeconds(wait), rig.Status.NextTry);
        analyzer.OnAnalyze = _ => new SceneFinding(ScenePhase.Watching);
        rig.Pass(wait + 0.25);
        await rig.UntilAsync(() => analyzer.Created > made);
    }
}
