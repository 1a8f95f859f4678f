using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

public sealed class CueScaleTests
{
    [Fact]
    public void Of_FramesOfWhichMostSayNothingOfACue_IsThatOfTheOthers()
    {
        var said = Enumerable.Range(1, 41).Select(i => new SceneCues(1 + (0.1f * i), 2, 4 + (0.1f * i)));
        var silent = Enumerable.Repeat(new SceneCues(1, 2, 0), 100);

        Assert.Equal(CueScale.Of([.. said]).Spread[2], CueScale.Of([.. said, .. silent]).Spread[2], 1e-6);
    }

    [Fact]
    public void Of_TheSameAgainAndAgain_DoesNotMakeALittleMoreFarOff()
    {
        var scale = CueScale.Of([.. Enumerable.Repeat(new SceneCues(1, 1, 4), 100)]);

        Assert.InRange(scale.Score(new SceneCues(1.1f, 1.1f, 4.5f)), 1, 8);
    }

    [Fact]
    public void Of_ACueThatNothingSays_CountsFromNothing() =>
        Assert.Equal(0, CueScale.Of([new SceneCues(1, 1, 0), new SceneCues(2, 2, 0)]).Score(new SceneCues(1.5f, 1.5f, 0)), 1e-6);
}
