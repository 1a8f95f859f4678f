using EdgeCctv.Core.Inference.Scene.Watch;

namespace EdgeCctv.Tests.Inference.Scene.Watch;

public sealed class SceneCadenceTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly SceneCadence _cadence = new(Interval);

    [Fact]
    public void Add_SteadyWithJitter_TakesEveryFrame()
    {
        var random = new Random(1);
        var steps = Enumerable.Range(0, 500).Select(i => At((100 * i) + random.Next(-30, 31))).ToList();

        Assert.All(steps.Skip(1), step => Assert.Equal(CadenceStep.InTime, step));
    }

    [Fact]
    public void Add_TwiceTheRate_TakesEverySecondFrame()
    {
        var taken = Enumerable.Range(0, 200).Select(i => At(50 * i)).Count(step => step == CadenceStep.InTime);

        Assert.InRange(taken, 98, 101);
    }

    [Fact]
    public void Add_CameraClockRunsALittleOff_LosesNothingInAnHour() => Assert.All(
        Enumerable.Range(0, 36_000).Select(i => At(100.5 * i)).ToList().Skip(1), step => Assert.Equal(CadenceStep.InTime, step));

    [Theory]
    [InlineData(200, CadenceStep.AfterGap)]
    [InlineData(160, CadenceStep.AfterGap)]
    [InlineData(140, CadenceStep.InTime)]
    [InlineData(60, CadenceStep.InTime)]
    [InlineData(40, CadenceStep.TooEarly)]
    [InlineData(-5000, CadenceStep.AfterGap)]
    internal void Add_SecondFrame_IsJudgedByItsSlot(double milliseconds, CadenceStep expected)
    {
        Assert.Equal(CadenceStep.AfterGap, At(10_000));

        Assert.Equal(expected, At(10_000 + milliseconds));
    }

    [Fact]
    public void Reset_NextFrame_BeginsAnew()
    {
        At(0);
        _cadence.Reset();

        Assert.Equal(CadenceStep.AfterGap, At(100));
    }

    private CadenceStep At(double milliseconds) => _cadence.Add(TimeSpan.FromMilliseconds(milliseconds));
}
