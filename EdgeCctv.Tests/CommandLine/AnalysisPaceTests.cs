using EdgeCctv.Web.CommandLine;

namespace EdgeCctv.Tests.CommandLine;

public sealed class AnalysisPaceTests
{
    [Theory]
    [InlineData(10.0, null, 1, 10.0)]
    [InlineData(25.0, null, 1, 25.0)]
    [InlineData(29.97, null, 1, 29.97)]
    [InlineData(30.5, null, 1, 30.5)]
    [InlineData(50.0, null, 2, 25.0)]
    [InlineData(60.0, null, 2, 30.0)]
    [InlineData(120.0, null, 4, 30.0)]
    [InlineData(30.0, 15.0, 2, 15.0)]
    [InlineData(29.97, 15.0, 2, 14.985)]
    [InlineData(16.0, 15.0, 1, 16.0)]
    [InlineData(null, null, 1, 10.0)]
    [InlineData(null, 15.0, 1, 15.0)]
    public void ForLearning_Clip_IsAnalysedAtItsOwnRateOrAWholeFractionOfIt(double? clipRate, double? asked, int step, double rate)
    {
        var pace = AnalysisPace.ForLearning(clipRate, asked);

        Assert.Equal(step, pace.Step);
        Assert.Equal(rate, pace.FramesPerSecond, 6);
    }

    [Theory]
    [InlineData(25.0, 15.0)]
    [InlineData(10.0, 15.0)]
    public void ForLearning_RateThatNoStepGives_IsRefused(double clipRate, double asked) =>
        Assert.Equal(64, Assert.Throws<CommandException>(() => AnalysisPace.ForLearning(clipRate, asked)).ExitCode);

    [Theory]
    [InlineData(25.0, 25.0, 1)]
    [InlineData(27.5, 25.0, 1)]
    [InlineData(22.5, 25.0, 1)]
    [InlineData(50.0, 25.0, 2)]
    [InlineData(null, 25.0, 1)]
    [InlineData(22.4, 25.0, null)]
    [InlineData(27.6, 25.0, null)]
    [InlineData(35.0, 25.0, null)]
    [InlineData(1.0, 25.0, null)]
    public void ForModel_Clip_MustBeWithinATenthOfAMultiple(double? clipRate, double modelRate, int? step) =>
        Assert.Equal(step, AnalysisPace.ForModel(clipRate, modelRate)?.Step);

    [Fact]
    public void Takes_EveryThird_BeginsWithTheFirst() =>
        Assert.Equal([1, 4, 7], Enumerable.Range(1, 9).Where(new AnalysisPace(3, 10).Takes));
}
