using EdgeCctv.Core.Inference;
using EdgeCctv.Tests.Components;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Live;

public sealed class StatusFeedTests
{
    [Fact]
    public async Task Changed_AnalyserStalls_IsToldWithoutWaitingForTheNextSecond()
    {
        await using var rig = new ConsoleRig(analyzers: new FakeAnalyzers { OnCreate = () => throw new AnalysisException("The model is gone.") });
        await rig.Feed.StartAsync(CancellationToken.None);
        rig.Feed.Changed += rig.Camera.Beat;
        await rig.Camera.UntilAsync(() => rig.Camera.Time.IsDueIn(TimeSpan.FromSeconds(1)), "the feed to run");
        Assert.Equal(AnalyzerState.Loading, Assert.Single(rig.Feed.Current.Analysis).State);

        rig.Analysis.Start();

        await rig.Camera.UntilAsync(() => rig.Feed.Current.Analysis[0] is { State: AnalyzerState.Stalled, Cause: "The model is gone." });
    }
}
