using EdgeCctv.Core.Frames;

namespace EdgeCctv.Tests.Frames;

public sealed class IntervalMeterTests
{
    private readonly IntervalMeter _meter = new();

    [Fact]
    public void Add_NothingStated_MeasuresFromTheSecondPicture() => Assert.Equal([null, 1.0, 1.0, 1.0], Add(0, 1, 2, 3));

    [Theory]
    [InlineData(2.0, new[] { 2.0, 2.0, 2.0, 1.0 })]
    [InlineData(0.1, new[] { 0.1, 1.0, 1.0, 1.0 })]
    public void Add_FewPictures_TheLongerOfStatedAndMeasuredCounts(double stated, double[] expected)
    {
        var meter = new IntervalMeter();

        Assert.Equal(expected, Enumerable.Range(0, 4).Select(at => meter.Add(TimeSpan.FromSeconds(at), isOwnTime: false, TimeSpan.FromSeconds(stated))!.Value.TotalSeconds));
    }

    [Fact]
    public void Add_OneHiccup_ChangesNothing() => Assert.Equal(1.0, Add(0, 1, 2, 3, 4, 9, 10, 11)[^1]);

    [Fact]
    public void Add_NewRate_IsLearntWithinFivePictures() => Assert.Equal(5.0, Add(0, 1, 2, 3, 4, 5, 6, 7, 8, 13, 18, 23, 28)[^1]);

    [Fact]
    public void Add_TimeGoesBack_IsLeftOut() => Assert.Equal(1.0, Add(100, 101, 102, 103, 3, 4, 5)[^1]);

    [Fact]
    public void Add_ScalesMixed_OnlySpacingsOfOneScaleCount()
    {
        Add(0, 1, 2);
        _meter.Add(TimeSpan.FromDays(20_000), isOwnTime: true, stated: null);

        Assert.Equal(1.0, Add(4, 5)[^1]);
    }

    private double?[] Add(params double[] seconds) =>
        [.. seconds.Select(at => _meter.Add(TimeSpan.FromSeconds(at), isOwnTime: false, stated: null)?.TotalSeconds)];
}
