using EdgeCctv.Core.Statistics;

namespace EdgeCctv.Tests.Statistics;

public sealed class RollingPercentilesTests
{
    private readonly RollingPercentiles _percentiles = new();

    [Fact]
    public void Read_Nothing_IsNull() => Assert.Null(_percentiles.Read(TimeSpan.Zero));

    [Fact]
    public void Read_HundredValuesInAnyOrder_AreNearestRanks()
    {
        foreach (var value in Enumerable.Range(1, 100).Reverse())
        {
            Add(0, value);
        }

        Assert.Equal(new LatencyPercentiles(50, 95, 100), _percentiles.Read(TimeSpan.Zero));
    }

    [Fact]
    public void Read_OneValue_IsAllOfThem()
    {
        Add(0, 12.5);

        Assert.Equal(new LatencyPercentiles(12.5f, 12.5f, 12.5f), _percentiles.Read(TimeSpan.Zero));
    }

    [Fact]
    public void Read_OlderThanAMinute_IsForgotten()
    {
        Add(0, 500);
        Add(30, 20);

        Assert.Equal(500, _percentiles.Read(TimeSpan.FromSeconds(60))?.Max);
        Assert.Equal(20, _percentiles.Read(TimeSpan.FromSeconds(60.1))?.Max);
        Assert.Null(_percentiles.Read(TimeSpan.FromSeconds(90.1)));
    }

    [Fact]
    public void Add_BeyondTheBound_TheOldestGiveWay()
    {
        const int Bound = 18_000;
        Add(0, 1000);
        for (var i = 0; i < Bound; i++)
        {
            Add(0, 1);
        }

        Assert.Equal(1, _percentiles.Read(TimeSpan.Zero)?.Max);
    }

    [Fact]
    public void Reset_AfterValues_IsEmpty()
    {
        Add(0, 1);

        _percentiles.Reset();

        Assert.Null(_percentiles.Read(TimeSpan.Zero));
    }

    private void Add(double atSecond, double milliseconds) =>
        _percentiles.Add(TimeSpan.FromSeconds(atSecond), TimeSpan.FromMilliseconds(milliseconds));
}
