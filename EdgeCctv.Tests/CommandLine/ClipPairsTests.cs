using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Web.CommandLine;

namespace EdgeCctv.Tests.CommandLine;

public sealed class ClipPairsTests
{
    private static readonly AnalysisPace EveryFrame = new(1, 10);

    [Fact]
    public void Of_AllFrames_EachIsComparedWithTheOneBeforeInOrder()
    {
        var seen = Read(Enumerable.Range(1, 60), EveryFrame);

        Assert.Equal(Enumerable.Range(1, 60), seen.Select(frame => frame.Number));
        Assert.Equal(SceneStep.First, seen[0].Step);
        Assert.All(seen.Skip(1), frame => Assert.Equal(Expected(frame.Number - 1, frame.Number), frame.Cells));
    }

    [Fact]
    public void Of_FrameMissing_TheNextOneIsAFirstOne()
    {
        var seen = Read([1, 2, 4, 5], EveryFrame);

        Assert.Equal([SceneStep.First, SceneStep.Compared, SceneStep.First, SceneStep.Compared], seen.Select(frame => frame.Step));
        Assert.Equal(Expected(4, 5), seen[^1].Cells);
    }

    [Fact]
    public void Of_EverySecondFrame_IsComparedWithTheOneAnalysedBefore()
    {
        var seen = Read(Enumerable.Range(1, 6), new AnalysisPace(2, 5));

        Assert.Equal([SceneStep.First, null, SceneStep.Compared, null, SceneStep.Compared, null], seen.Select(frame => frame.Step));
        Assert.Equal(Expected(3, 5), seen[4].Cells);
    }

    [Fact]
    public void Of_EverySecondFrameAndOneInBetweenMissing_TheNextOneIsAFirstOne()
    {
        var seen = Read([1, 3, 4, 5], new AnalysisPace(2, 5));

        Assert.Equal([SceneStep.First, SceneStep.First, null, SceneStep.Compared], seen.Select(frame => frame.Step));
    }

    [Fact]
    public void Of_PictureOfAnotherSize_IsThrownWhereItsTurnIs()
    {
        using var reader = new ListedReader([1, 2]);

        Assert.Throws<ArgumentException>(() => ClipPairs.Of(reader, EveryFrame, new SceneGeometry(96, 64), default).Count());
    }

    [Fact]
    public void Of_Cancelled_Ends()
    {
        using var reader = new ListedReader(Enumerable.Range(1, int.MaxValue));
        using var cancellation = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (var frame in ClipPairs.Of(reader, EveryFrame, ListedReader.Geometry, cancellation.Token))
            {
                cancellation.Cancel();
            }
        });
    }

    // What is asked of a pair must be asked before the next one is.
    private static List<(int Number, SceneStep? Step, float[]? Cells)> Read(IEnumerable<int> numbers, AnalysisPace pace)
    {
        using var reader = new ListedReader(numbers);
        return [.. ClipPairs.Of(reader, pace, ListedReader.Geometry, default).Select(frame => (frame.Number, frame.Pair?.Step, frame.Pair?.Cells.Small.ToArray()))];
    }

    private static float[] Expected(int before, int now)
    {
        ScenePair pair = new(ListedReader.Geometry);
        pair.Compute(ListedReader.Picture(before), ListedReader.Picture(now));
        return pair.Cells.Small;
    }
}
