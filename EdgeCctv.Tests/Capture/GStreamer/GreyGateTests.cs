using EdgeCctv.Core.Capture.GStreamer;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Capture.GStreamer;

public sealed class GreyGateTests
{
    private const ulong Millisecond = 1_000_000;
    private readonly GreyGate _gate = new(mostPerSecond: 5, new ManualTimeProvider());

    [Fact]
    public void Lets_NobodyWants_Nothing() => Assert.Equal(0, Count(100, 33));

    [Theory]
    [InlineData(33, 300, 50)]
    [InlineData(10, 1000, 50)]
    [InlineData(200, 50, 50)]
    [InlineData(500, 20, 20)]
    public void Lets_Wanted_AtMostTheRateOfThePicturesOwnTime(ulong interval, int pictures, int expected)
    {
        _gate.Want(true);

        Assert.InRange(Count(pictures, interval), expected - 1, expected + 1);
    }

    [Fact]
    public void Lets_JitterAtTheVeryRate_LosesNone()
    {
        _gate.Want(true);

        Assert.Equal(100, Enumerable.Range(0, 100).Count(i => _gate.Lets((1000 + ((ulong)i * 200) - (ulong)(i % 3 * 10)) * Millisecond)));
    }

    [Fact]
    public void Lets_TimeBeginsAnew_GoesOnAtOnce()
    {
        _gate.Want(true);
        Assert.True(_gate.Lets(10_000 * Millisecond));

        Assert.True(_gate.Lets(0));
        Assert.False(_gate.Lets(33 * Millisecond));
        Assert.True(_gate.HasLet(0));
        Assert.False(_gate.HasLet(33 * Millisecond));
    }

    private int Count(int pictures, ulong interval) => Enumerable.Range(0, pictures).Count(i => _gate.Lets((ulong)i * interval * Millisecond));
}
