using EdgeCctv.Core.Frames;

namespace EdgeCctv.Tests.Frames;

public sealed class CadenceGateTests
{
    [Theory]
    [InlineData(30, 15, 300)]
    [InlineData(25, 15, 300)]
    [InlineData(20, 15, 300)]
    [InlineData(15, 15, 300)]
    [InlineData(10, 15, 200)]
    [InlineData(30, 1, 20)]
    public void IsDue_SteadyCamera_KeepsTheRateForTwentySeconds(double cameraRate, double most, int expected)
    {
        var gate = new CadenceGate(most);

        var due = Enumerable.Range(0, (int)(20 * cameraRate)).Count(i => gate.IsDue(S(i / cameraRate)));

        Assert.InRange(due, expected, expected + 1);
    }

    [Fact]
    public void IsDue_FramesJitter_AnEighthEarlyIsInTime()
    {
        var gate = new CadenceGate(10);

        Assert.True(gate.IsDue(S(0)));
        Assert.False(gate.IsDue(S(0.08)));
        Assert.True(gate.IsDue(S(0.09)));
        Assert.False(gate.IsDue(S(0.18)));
        Assert.True(gate.IsDue(S(0.26)));
        Assert.True(gate.IsDue(S(0.3)));
    }

    [Fact]
    public void IsDue_EveryOtherFrameLate_RateNeitherDriftsNorHalves()
    {
        var gate = new CadenceGate(10);

        // 100 ms apart, every second one 30 ms late: the first as well, so that the beginning is the worst.
        var due = Enumerable.Range(0, 100).Count(i => gate.IsDue(S((i * 0.1) + (i % 2 == 0 ? 0.03 : 0))));

        Assert.InRange(due, 98, 100);
    }

    [Fact]
    public void IsDue_TimeBeginsAnew_IsDueAtOnce()
    {
        var gate = new CadenceGate(10);
        gate.IsDue(S(100));

        Assert.True(gate.IsDue(S(1)));
        Assert.False(gate.IsDue(S(1.05)));
        Assert.True(gate.IsDue(S(1.1)));
    }

    [Fact]
    public void Constructor_NoRate_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new CadenceGate(0));

    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);
}
