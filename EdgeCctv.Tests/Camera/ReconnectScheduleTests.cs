using EdgeCctv.Core.Camera;

namespace EdgeCctv.Tests.Camera;

public sealed class ReconnectScheduleTests
{
    [Fact]
    public void After_AttemptsInARow_FollowsTheSchedule()
    {
        int[] expected = [.. Enumerable.Repeat(1, 5), .. Enumerable.Repeat(5, 5), .. Enumerable.Repeat(10, 10), 60, 60, 60];

        Assert.Equal(expected, Enumerable.Range(1, expected.Length).Select(attempt => (int)Wait(attempt).TotalSeconds));
    }

    [Theory]
    [InlineData(ReconnectPolicy.Eager, 5)]
    [InlineData(ReconnectPolicy.Sparing, 60)]
    public void After_AnotherPolicy_FollowsItForEver(ReconnectPolicy policy, int seconds)
    {
        int[] expected = [.. Enumerable.Repeat(1, 5), .. Enumerable.Repeat(seconds, 20), seconds];

        Assert.Equal(expected, Enumerable.Range(1, 25).Append(int.MaxValue).Select(attempt => (int)ReconnectSchedule.After(policy, attempt, jitter: 0).TotalSeconds));
    }

    [Fact]
    public void After_YearsOfFailures_StaysAtAMinute() => Assert.Equal(TimeSpan.FromSeconds(60), Wait(int.MaxValue));

    [Theory]
    [InlineData(1, -1, 0.8)]
    [InlineData(1, 1, 1.2)]
    [InlineData(6, -1, 4)]
    [InlineData(6, 1, 6)]
    [InlineData(11, 0.5, 11)]
    [InlineData(21, 1, 72)]
    public void After_Jitter_SpreadsByAFifth(int attempt, double jitter, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), ReconnectSchedule.After(ReconnectPolicy.Usual, attempt, jitter));

    private static TimeSpan Wait(int attempt) => ReconnectSchedule.After(ReconnectPolicy.Usual, attempt, jitter: 0);
}
