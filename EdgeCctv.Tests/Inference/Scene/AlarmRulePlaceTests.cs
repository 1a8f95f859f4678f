using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

/// <summary>Alarms for where something is, whatever it scores.</summary>
public sealed class AlarmRulePlaceTests
{
    private static readonly TimeSpan Frame = TimeSpan.FromSeconds(0.1);

    private readonly AlarmRule _rule = new(threshold: 10, placeThreshold: 0.5f);
    private TimeSpan _now = TimeSpan.FromHours(1);

    [Theory]
    [InlineData("!!!!!!!!!!!!", true)]
    [InlineData("!!!!!!!!!!!", false)]
    [InlineData("!!!!.!!!!.!!!!.", true)]
    [InlineData("!!!!.!!!!.!!!.!", true)]
    [InlineData("!!!!.!!!!.!!.!!.", false)]
    [InlineData("!!!!!!!!!!!!...", true)]
    [InlineData("!!!!!!!!!!!!....", false)]
    [InlineData("===============", false)]
    [InlineData("---------------", false)]
    public void IsOutOfPlace_TwelveOfTheLastFifteen_Exceed(string frames, bool expected)
    {
        Play(frames);

        Assert.Equal((expected, expected, false), (_rule.IsOutOfPlace, _rule.IsAlarm, _rule.IsUnusual));
    }

    [Fact]
    public void IsOutOfPlace_NotWatched_IsNever()
    {
        AlarmRule rule = new(threshold: 10);
        for (var frame = 0; frame < 30; frame++)
        {
            rule.Scored(1, _now + (frame * Frame), place: 1);
        }

        Assert.False(rule.IsOutOfPlace);
    }

    [Fact]
    public void WholeSceneChanged_SomethingOutOfPlace_IsForgotten()
    {
        Play("!!!!!!!!!!!!#");
        Assert.False(_rule.IsOutOfPlace);

        // A second until it is calm, and eleven more.
        Play("!!!!!!!!!" + "!!!!!!!!!!!");
        Assert.False(_rule.IsOutOfPlace);
        Play("!");
        Assert.True(_rule.IsOutOfPlace);
    }

    [Fact]
    public void Ignored_FiveInARow_ForgetIt()
    {
        Play("!!!!!!!!!!!!????");
        Assert.True(_rule.IsOutOfPlace);

        Play("?");
        Assert.False(_rule.IsOutOfPlace);
        Play("!!!!!!!!!!!");
        Assert.False(_rule.IsOutOfPlace);
    }

    [Fact]
    public void Reset_Anything_IsForgotten()
    {
        Play("!!!!!!!!!!!!");

        _rule.Reset();

        Assert.False(_rule.IsOutOfPlace);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Scored_NotSteady_SaysNothingOfEither(bool isSteady)
    {
        for (var frame = 0; frame < 15; frame++)
        {
            _rule.Scored(Score(isSteady), _now += Frame);
        }

        Assert.Equal((isSteady, isSteady), (_rule.IsUnusual, _rule.IsOutOfPlace));
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Scored_NotSteadyInARow_EndsAnAlarmAfterFive(int unsteady, bool isOn)
    {
        for (var frame = 0; frame < 15 + unsteady; frame++)
        {
            _rule.Scored(Score(isSteady: frame < 15), _now += Frame);
        }

        Assert.Equal(isOn, _rule.IsAlarm);
    }

    private static SceneScore Score(bool isSteady) => new()
    {
        Score = 50,
        Place = 1,
        IsSteady = isSteady,
        Cues = [],
        MotionShare = 0,
        Fast = [],
        Wide = [],
        Odd = [],
        PlaceCells = [],
        Heat = [],
    };

    // One letter a frame: in place, at the threshold, above it, not to be told, ignored, whole-scene change.
    private void Play(string frames)
    {
        foreach (var frame in frames)
        {
            _now += Frame;
            switch (frame)
            {
                case '.': _rule.Scored(1, _now, 0); break;
                case '=': _rule.Scored(1, _now, 0.5f); break;
                case '!': _rule.Scored(1, _now, 0.6f); break;
                case '-': _rule.Scored(1, _now); break;
                case '?': _rule.Ignored(); break;
                case '#': _rule.WholeSceneChanged(_now); break;
                default: throw new ArgumentException(frames, nameof(frames));
            }
        }
    }
}
