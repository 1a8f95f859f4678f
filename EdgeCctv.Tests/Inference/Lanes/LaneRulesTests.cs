using EdgeCctv.Core.Inference;
using EdgeCctv.Core.Inference.Lanes;

namespace EdgeCctv.Tests.Inference.Lanes;

public sealed class LaneRulesTests
{
    [Theory]
    [InlineData(LaneCall.Analyse, 2.1, LaneStep.None)]
    [InlineData(LaneCall.Analyse, 2.2, LaneStep.GiveUp)]
    [InlineData(LaneCall.Load, 29.9, LaneStep.None)]
    [InlineData(LaneCall.Load, 30.0, LaneStep.GiveUp)]
    internal void Next_CallUnderWay_IsGivenUpAtItsLimit(LaneCall call, double seconds, LaneStep step) =>
        Assert.Equal(step, LaneRules.Next(new LaneFacts(call, TimeSpan.FromSeconds(seconds), IsTryDue: false, Lost: 0)));

    [Theory]
    [InlineData(false, 0, LaneStep.None)]
    [InlineData(true, 0, LaneStep.Make)]
    [InlineData(true, 2, LaneStep.Make)]
    [InlineData(true, 3, LaneStep.None)]
    internal void Next_NoCall_MakesOneWhenItIsDueAndThreadsAreLeft(bool isTryDue, int lost, LaneStep step) =>
        Assert.Equal(step, LaneRules.Next(new LaneFacts(null, TimeSpan.Zero, isTryDue, lost)));

    [Fact]
    public void Delay_FailuresInARow_GrowsToAMinute() =>
        Assert.Equal([1, 2, 5, 10, 30, 60, 60, 60], Enumerable.Range(1, 8).Select(failures => LaneRules.Delay(failures).TotalSeconds));

    [Theory]
    [InlineData(false, false, false, AnalyzerState.Loading)]
    [InlineData(false, false, true, AnalyzerState.Loading)]
    [InlineData(false, true, false, AnalyzerState.Idle)]
    [InlineData(false, true, true, AnalyzerState.Running)]
    [InlineData(true, false, false, AnalyzerState.Stalled)]
    [InlineData(true, true, true, AnalyzerState.Stalled)]
    public void State_EveryCombination_HasItsWord(bool isStalled, bool isMade, bool hasPicture, AnalyzerState state) =>
        Assert.Equal(state, LaneRules.State(isStalled, isMade, hasPicture));
}
