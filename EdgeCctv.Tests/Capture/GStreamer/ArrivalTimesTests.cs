using EdgeCctv.Core.Capture.GStreamer;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Capture.GStreamer;

public sealed class ArrivalTimesTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Of_PictureInSeveralPackets_IsTheArrivalOfItsLast()
    {
        var times = new ArrivalTimes(_clock);
        times.Note(100);
        _clock.Advance(TimeSpan.FromMilliseconds(7));
        times.Note(100);
        var last = _clock.GetTimestamp();
        _clock.Advance(TimeSpan.FromMilliseconds(7));
        times.Note(200);

        Assert.Equal(last, times.Of(100));
        Assert.Equal(_clock.GetTimestamp(), times.Of(200));
        Assert.Null(times.Of(300));
    }

    [Fact]
    public void Of_LongAgo_IsForgotten()
    {
        var times = new ArrivalTimes(_clock);
        for (var i = 0ul; i < 1000; i++)
        {
            times.Note(i);
        }

        Assert.Null(times.Of(743));
        Assert.NotNull(times.Of(744));
        Assert.NotNull(times.Of(999));
    }
}
