using EdgeCctv.Core.Frames;

namespace EdgeCctv.Tests.Frames;

public sealed class PresentationDriftTests
{
    private readonly PresentationDrift _drift = new();

    [Fact]
    public void Add_SteadyCamera_HasNone()
    {
        for (var i = 0; i < 100; i++)
        {
            Assert.InRange(Add(received: 50 + (i / 10.0), presented: i / 10.0), 0, 1e-3);
        }
    }

    [Fact]
    public void Add_StallAndBurst_IsTheStallAndFallsAsTheBurstCatchesUp()
    {
        Add(received: 50, presented: 0);
        Add(received: 50.1, presented: 0.1);

        // Nothing for two seconds; then what was taken meanwhile comes at once.
        Assert.Equal(1.9, Add(received: 52.1, presented: 0.2), 2);
        Assert.Equal(0.9, Add(received: 52.1, presented: 1.2), 2);
        Assert.Equal(0, Add(received: 52.1, presented: 2.1), 2);
    }

    [Fact]
    public void Add_FirstPictureWasLate_TheBestMomentCounts()
    {
        Add(received: 51, presented: 0);

        Assert.Equal(0, Add(received: 51.1, presented: 1.1), 3);
        Assert.Equal(1, Add(received: 53.1, presented: 2.1), 2);
    }

    [Fact]
    public void Add_CameraClockRunsSlow_IsNotTakenForDelay()
    {
        // 100 ppm slow: 8.6 s a day.
        double drift = 0;
        for (var second = 0; second < 86_400; second++)
        {
            drift = Add(received: second, presented: second * (1 - 100e-6));
        }

        Assert.InRange(drift, 0, 0.001);
    }

    [Fact]
    public void Add_Always_IsNeverNegative()
    {
        var random = new Random(7);
        for (var i = 0; i < 10_000; i++)
        {
            Assert.True(Add(i / 30.0, (i / 30.0) + random.NextDouble()) >= 0);
        }
    }

    private double Add(double received, double presented) =>
        _drift.Add(TimeSpan.FromSeconds(received), TimeSpan.FromSeconds(presented)).TotalSeconds;
}
