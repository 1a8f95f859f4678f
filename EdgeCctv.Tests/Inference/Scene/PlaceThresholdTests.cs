using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

public sealed class PlaceThresholdTests
{
    private const double FramesPerSecond = 10;

    [Fact]
    public void Of_NothingEverOutOfPlace_IsHalf() => Assert.Equal(0.5f, Of(Minutes(10, _ => 0)));

    [Fact]
    public void Of_LittleVideo_IsNone()
    {
        Assert.Null(Of(Minutes(8.9, _ => 0)));
        Assert.NotNull(Of(Minutes(9.1, _ => 0)));
    }

    /// <summary>A whole night of light that comes and goes: nearly nothing is known of where things are.</summary>
    [Fact]
    public void Of_HardlyAnyFrameBelievable_IsNone()
    {
        var frames = Minutes(10, _ => 0);

        Assert.Null(PlaceThreshold.Of(frames, (frames.Count / 2) - 1, FramesPerSecond));
        Assert.NotNull(PlaceThreshold.Of(frames, frames.Count / 2, FramesPerSecond));
    }

    [Fact]
    public void Of_HeldOutVideoComesNear_KeepsAMargin() =>
        Assert.Equal(1.25f * 0.6f, Of(Minutes(10, frame => Lasting(frame, 12) ? 0.6f : 0))!.Value, 1e-6);

    [Fact]
    public void Of_HeldOutVideoReachesIt_IsNone() => Assert.Null(Of(Minutes(10, frame => Lasting(frame, 12) ? 0.73f : 0)));

    /// <summary>What is gone before an alarm does not count: a bird.</summary>
    [Fact]
    public void Of_ElevenFramesOfFifteen_AreNoAlarm() => Assert.Equal(0.5f, Of(Minutes(10, frame => Lasting(frame, 11) ? 1 : 0)));

    [Fact]
    public void Of_TwelveFramesOfFifteenWithHolesBetween_Count() =>
        Assert.Equal(0.75f, Of(Minutes(10, frame => frame is >= 1000 and < 1015 && frame % 5 != 0 ? 0.6f : 0))!.Value, 1e-6);

    [Fact]
    public void Of_CutBetween_DoesNotAddUp()
    {
        var frames = Minutes(10, frame => Lasting(frame, 12) ? 1 : 0);
        frames[1006] = frames[1006] with { Follows = false };

        Assert.Equal(0.5f, Of(frames));
    }

    // Once in the video.
    private static bool Lasting(int frame, int frames) => frame >= 1000 && frame < 1000 + frames;

    private static float? Of(List<HeldOutFrame> frames) => PlaceThreshold.Of(frames, frames.Count, FramesPerSecond);

    private static List<HeldOutFrame> Minutes(double minutes, Func<int, float> place) =>
        [.. Enumerable.Range(0, (int)(minutes * 60 * FramesPerSecond)).Select(i => new HeldOutFrame(default, false, place(i), i > 0))];
}
