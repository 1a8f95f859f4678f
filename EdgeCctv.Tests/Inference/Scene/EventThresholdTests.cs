using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

public sealed class EventThresholdTests
{
    private const double FramesPerSecond = 10;

    // The score is the first cue alone.
    private static readonly CueScale Scale = new([0, 0, 0], [1, 1, 1]);

    [Fact]
    public void Of_AMinute_DoesNotTrustItselfFarBelowOtherScenes() =>
        Assert.Equal(20, Of(Minutes(1, _ => 2)).Value, 1e-3);

    [Theory]
    [InlineData(0.75, 20)]
    [InlineData(2, 20)]
    [InlineData(2.5, 18)]
    [InlineData(3, 16)]
    [InlineData(5, 16)]
    [InlineData(17.5, 13)]
    [InlineData(30, 10)]
    [InlineData(40, 10)]
    public void Of_CalmVideo_IsTrustedTheMoreTheLongerItIs(double minutes, float floor) =>
        Assert.Equal(floor, Of(Minutes(minutes, _ => 2)).Value, 1e-2);

    [Fact]
    public void Of_HigherNormalEvents_AreFollowed()
    {
        var low = Of(Minutes(40, window => 4 + (window % 5)));
        var high = Of(Minutes(40, window => 8 + (2 * (window % 5))));

        Assert.True(high.Value > low.Value + 5, $"{low.Value} {high.Value}");
        Assert.Equal(0, low.Outliers);
    }

    [Fact]
    public void Of_OneFrameFarAbove_IsNoEvent()
    {
        var calm = Minutes(10, window => window % 5);
        var flash = calm.Select((frame, i) => i == 3000 ? frame with { Cues = new SceneCues(500, 0, 0) } : frame).ToList();

        Assert.Equal(Of(calm), Of(flash));
    }

    [Fact]
    public void Of_TwoUnusualEventsInFiveMinutes_StandOutAndDoNotMoveIt()
    {
        var threshold = Of(Minutes(5, window => window is 20 or 21 or 70 ? 100 : window % 5));

        Assert.Equal(16, threshold.Value, 1e-3);
        Assert.Equal(2, threshold.Outliers);
    }

    [Fact]
    public void Of_TheSameInAMinute_MayBeAPartOfTheSceneNotSeenYet()
    {
        var threshold = Of(Minutes(1, window => window == 10 ? 100 : window % 5));

        Assert.Equal(100, threshold.Value, 1e-3);
        Assert.Equal(0, threshold.Outliers);
    }

    [Fact]
    public void Of_ManyHighEvents_AreNormal()
    {
        var threshold = Of(Minutes(5, window => window % 5 == 0 ? 100 : 1));

        Assert.True(threshold.Value >= 100);
        Assert.Equal(0, threshold.Outliers);
    }

    [Fact]
    public void Of_HoursWithoutMovementBetween_ChangeNothingButTheRate()
    {
        var busy = Minutes(10, window => 3 + (window % 7));
        var sparse = busy.Concat(Enumerable.Repeat(new HeldOutFrame(default, HasMovement: false, Place: 0, Follows: true), 100_000)).ToList();

        var (one, other) = (Of(busy), Of(sparse));

        Assert.InRange(other.Value, one.Value - 5, one.Value);
        Assert.True(other.Value > 9);
    }

    private static EventThreshold Of(IReadOnlyList<HeldOutFrame> frames) => EventThreshold.Of(frames, Scale, FramesPerSecond);

    // Windows of three seconds, each with one score.
    private static List<HeldOutFrame> Minutes(double minutes, Func<int, double> score) =>
        [.. Enumerable.Range(0, (int)(minutes * 60 * FramesPerSecond)).Select(i => new HeldOutFrame(new SceneCues((float)score(i / 30), 0, 0), true, 0, i > 0))];
}
