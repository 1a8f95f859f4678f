using EdgeCctv.Core.Statistics;

namespace EdgeCctv.Tests.Statistics;

public sealed class RollingRateTests
{
    private readonly RollingRate _rate = new();

    [Fact]
    public void Samples_FirstSecondUnderWay_AreNone()
    {
        Add(0, 0.5, 0.999);

        Assert.Empty(Samples(0.999));
    }

    [Fact]
    public void Samples_FinishedSeconds_HoldTheirCounts()
    {
        Add(0, 0.5, 1, 1.1, 1.2, 2);

        Assert.Equal([2, 3], Samples(2.9));
    }

    [Fact]
    public void Samples_SecondsWithoutEvents_CountAsZero()
    {
        Add(0, 3.5);

        Assert.Equal([1, 0, 0, 1, 0], Samples(5));
    }

    [Fact]
    public void Samples_LongerThanTheWindow_KeepTheLastThirty()
    {
        for (var second = 0; second < 100; second++)
        {
            Add([.. Enumerable.Repeat(second + 0.5, second)]);
        }

        Assert.Equal(Enumerable.Range(70, 30), Samples(100));
    }

    [Fact]
    public void Samples_SilentForHours_AreThirtyZeros()
    {
        Add(0, 1, 2);

        Assert.Equal(new int[30], Samples(10_000));
        Add(10_000.5);
        Assert.Equal([.. new int[29], 1], Samples(10_001));
    }

    [Fact]
    public void Reset_AfterEvents_BeginsAnew()
    {
        Add(0, 1, 2);

        _rate.Reset();

        Assert.Empty(Samples(0.5));
        Add(0.6);
        Assert.Equal([1], Samples(1));
    }

    private void Add(params double[] seconds) => Array.ForEach(seconds, second => _rate.Add(TimeSpan.FromSeconds(second)));

    private int[] Samples(double second) => _rate.Samples(TimeSpan.FromSeconds(second));
}
