using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Frames;

public sealed class FreshnessTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly Freshness _freshness = Freshness.Default;

    [Theory]
    [InlineData(null, 1.8)]
    [InlineData(0.04, 1.8)]
    [InlineData(0.6, 1.8)]
    [InlineData(0.7, 2.1)]
    [InlineData(4.0, 12)]
    [InlineData(5.0, 15)]
    [InlineData(60.0, 15)]
    public void LimitFor_CameraOfThatInterval_IsThreeIntervalsWithinBounds(double? interval, double limit) =>
        Assert.Equal(TimeSpan.FromSeconds(limit), _freshness.LimitFor(Frame(interval)));

    [Fact]
    public void IsFresh_OrdinaryCamera_EndsAtTheLimit()
    {
        var frame = Frame(interval: null);

        _time.Advance(Freshness.DefaultLimit);
        Assert.True(_freshness.IsFresh(frame, _time));

        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(_freshness.IsFresh(frame, _time));
    }

    [Fact]
    public void IsFresh_CameraOfOnePictureAMinute_IsNeverOlderThanFifteenSeconds()
    {
        var frame = Frame(interval: 60);

        _time.Advance(Freshness.MaximumLimit);
        Assert.True(_freshness.IsFresh(frame, _time));

        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(_freshness.IsFresh(frame, _time));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void IsFresh_WallClockSteps_ChangesNothing(int days)
    {
        var frame = Frame(interval: null);

        _time.StepWallClock(TimeSpan.FromDays(days));

        Assert.True(_freshness.IsFresh(frame, _time));
    }

    [Fact]
    public void IsFresh_PictureWasHeldUpOnItsWay_CountsThatToo()
    {
        var frame = TestFrames.Frame(1, _time.GetTimestamp(), drift: TimeSpan.FromSeconds(1.5));

        _time.Advance(TimeSpan.FromSeconds(0.3));
        Assert.True(_freshness.IsFresh(frame, _time));

        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(_freshness.IsFresh(frame, _time));
    }

    [Theory]
    [InlineData(10, 9.9, true)]
    [InlineData(10, 10, false)]
    [InlineData(0, 3600, true)]
    public void IsFresh_CameraRepeatsOnePicture_OnlyUntilItCountsAsFrozen(double frozenAfter, double unchangedFor, bool expected)
    {
        var freshness = new Freshness(Freshness.DefaultLimit, TimeSpan.FromSeconds(frozenAfter));
        var frame = TestFrames.Frame(1, _time.GetTimestamp(), unchangedFor: TimeSpan.FromSeconds(unchangedFor));

        Assert.Equal((expected, !expected), (freshness.IsFresh(frame, _time), freshness.IsFrozen(frame)));
    }

    [Fact]
    public void DefaultLimit_VeilMustBeUpAtTwoSeconds_IsBelow() => Assert.True(Freshness.DefaultLimit < TimeSpan.FromSeconds(2));

    private Frame Frame(double? interval) =>
        TestFrames.Frame(1, _time.GetTimestamp(), interval is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
}
