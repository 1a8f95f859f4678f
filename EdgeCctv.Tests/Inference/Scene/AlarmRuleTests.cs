using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

public sealed class AlarmRuleTests
{
    private static readonly TimeSpan Frame = TimeSpan.FromSeconds(0.1);

    private readonly AlarmRule _rule = new(threshold: 10);
    private TimeSpan _now = TimeSpan.FromHours(1);

    [Theory]
    [InlineData("..!!.", false)]
    [InlineData("!.!.!", true)]
    [InlineData("!!!", true)]
    [InlineData("!!...!", false)]
    [InlineData("!!!...", false)]
    [InlineData("!!!..", true)]
    [InlineData("=====", false)]
    public void IsAlarm_ThreeOfTheLastFive_Exceed(string frames, bool expected)
    {
        Play(frames);

        Assert.Equal(expected, _rule.IsAlarm);
    }

    [Fact]
    public void Threshold_Changed_HoldsFromTheNextFrameOn()
    {
        Play("!!!");
        _rule.Threshold = 50;

        Play("!!");
        Assert.True(_rule.IsAlarm);
        Play("!");
        Assert.False(_rule.IsAlarm);
    }

    [Fact]
    public void Ignored_BetweenFramesThatExceed_ChangesNothing()
    {
        Play("!?!??!");

        Assert.True(_rule.IsAlarm);
    }

    [Fact]
    public void Ignored_FiveInARow_EndTheAlarm()
    {
        Play("!!!????");
        Assert.True(_rule.IsAlarm);

        Play("?");
        Assert.False(_rule.IsAlarm);
    }

    [Fact]
    public void Scored_NoNumber_CountsAsIgnored()
    {
        Play("!!");
        _rule.Scored(float.NaN, _now);
        Play("!");

        Assert.True(_rule.IsAlarm);
    }

    [Fact]
    public void WholeSceneChanged_DuringAnAlarm_EndsItAndIsNeverOne()
    {
        Play("!!!#");
        Assert.False(_rule.IsAlarm);
        Assert.True(_rule.IsWholeSceneChange);

        Play("!!!!!");
        Assert.False(_rule.IsAlarm);
    }

    [Fact]
    public void WholeSceneChanged_CalmForASecond_WatchesAgainFromAnew()
    {
        Play("#" + new string('!', 9));
        Assert.True(_rule.IsWholeSceneChange);

        Play("!!");
        Assert.False(_rule.IsWholeSceneChange);
        Assert.False(_rule.IsAlarm);
        Play("!");
        Assert.True(_rule.IsAlarm);
    }

    [Fact]
    public void ShouldLearnAgain_ChangesForTenSeconds_NotForLess()
    {
        Play(new string('#', 100));
        Assert.False(_rule.ShouldLearnAgain);

        Play("#");
        Assert.True(_rule.ShouldLearnAgain);
    }

    [Fact]
    public void ShouldLearnAgain_TwoPassingChanges_AreNotOneLastingOne()
    {
        Play("#" + new string('.', 100) + "#");

        Assert.False(_rule.ShouldLearnAgain);
    }

    [Fact]
    public void Reset_AnythingBefore_IsForgotten()
    {
        Play("!!!#!!");
        _rule.Reset();

        Assert.False(_rule.IsWholeSceneChange);
        Play("!!");
        Assert.False(_rule.IsAlarm);
    }

    // One letter a frame: calm, at the threshold, above it, ignored, whole-scene change.
    private void Play(string frames)
    {
        foreach (var frame in frames)
        {
            _now += Frame;
            switch (frame)
            {
                case '.': _rule.Scored(1, _now); break;
                case '=': _rule.Scored(10, _now); break;
                case '!': _rule.Scored(11, _now); break;
                case '?': _rule.Ignored(); break;
                case '#': _rule.WholeSceneChanged(_now); break;
                default: throw new ArgumentException(frames, nameof(frames));
            }
        }
    }
}
