using EdgeCctv.Core.Inference.Scene.Watch;

namespace EdgeCctv.Tests.Inference.Scene.Watch;

public sealed class SceneRateTests
{
    private readonly SceneRate _rate = new();
    private TimeSpan _now;

    [Fact]
    public void Interval_OneLongHiccup_IsTheMedian()
    {
        Give(count: 10, milliseconds: 66);
        Give(count: 1, milliseconds: 900);
        Assert.Null(_rate.Interval);
        Give(count: 6, milliseconds: 66);

        Assert.Equal(66, _rate.Interval!.Value.TotalMilliseconds, 3);
    }

    [Theory]
    [InlineData(66, 66, true)]
    [InlineData(33, 66, true)]
    [InlineData(75, 66, true)]
    [InlineData(100, 66, false)]
    [InlineData(45, 66, false)]
    [InlineData(200, 66, false)]
    public void Suits_MeasuredRate_IsAMultipleOrNot(double measured, double learnt, bool suits)
    {
        Give(count: SceneRate.Window + 1, measured);

        Assert.Equal(suits, _rate.Suits(TimeSpan.FromMilliseconds(learnt)));
    }

    [Fact]
    public void HasLeft_ShortOfBreathForSomeSeconds_IsForgiven()
    {
        var (learnt, patience) = (TimeSpan.FromMilliseconds(66), TimeSpan.FromSeconds(10));
        Assert.False(LeavesWhile(count: 30, milliseconds: 200));
        Assert.False(LeavesWhile(count: 100, milliseconds: 66));
        Assert.True(LeavesWhile(count: 100, milliseconds: 200));

        bool LeavesWhile(int count, double milliseconds) => Enumerable.Range(0, count).Any(_ =>
        {
            Give(1, milliseconds);
            return _rate.HasLeft(learnt, patience);
        });
    }

    private void Give(int count, double milliseconds)
    {
        for (var i = 0; i < count; i++)
        {
            _now += TimeSpan.FromMilliseconds(milliseconds);
            _rate.Add(_now);
        }
    }
}
