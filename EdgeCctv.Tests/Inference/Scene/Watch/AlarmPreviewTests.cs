using EdgeCctv.Core.Inference.Scene.Watch;

namespace EdgeCctv.Tests.Inference.Scene.Watch;

public sealed class AlarmPreviewTests
{
    private readonly List<ScoreSample> _samples = [];
    private TimeSpan _now;

    [Fact]
    public void Of_ThreeEvents_CountsThoseAboveTheThreshold()
    {
        Give(100, 1);
        Give(10, 5);
        Give(1000, 1);
        Give(10, 9);
        Give(1000, 1);
        Give(10, 5);

        Assert.Equal((3, 1, 0), (EventsAt(4), EventsAt(8), EventsAt(9)));
    }

    [Fact]
    public void Of_TwoFramesAbove_AreNoAlarm()
    {
        Give(100, 1);
        Give(2, 9);
        Give(100, 1);

        Assert.Equal(0, AlarmPreview.Of(_samples, 4).Events);
    }

    [Fact]
    public void Of_AlarmsNearToEachOther_AreOneEvent()
    {
        Give(10, 9);
        Give(15, 1);
        Give(10, 9);

        Assert.Equal(1, AlarmPreview.Of(_samples, 4).Events);
    }

    [Fact]
    public void Of_WholeSceneChange_IsNoAlarm()
    {
        Give(10, 1);
        Give(10, null);
        Give(5, 9);

        Assert.Equal(0, AlarmPreview.Of(_samples, 4).Events);
    }

    /// <summary>No threshold of the score keeps that from being alarmed.</summary>
    [Fact]
    public void Of_SomethingOutOfPlace_CountsWhateverTheThreshold()
    {
        Give(100, 1);
        Give(20, 1, isOutOfPlace: true);
        Give(1000, 1);
        Give(10, 9);
        Give(1000, 1);

        Assert.Equal((2, 1), (EventsAt(4), EventsAt(1000)));
    }

    [Fact]
    public void Of_OutOfPlaceAndUnusualAtOnce_IsOneEvent()
    {
        Give(100, 1);
        Give(10, 9);
        Give(20, 1, isOutOfPlace: true);

        Assert.Equal(1, EventsAt(4));
    }

    [Fact]
    public void Of_HalfAnHourOffInBetween_IsNotWatched()
    {
        Give(600, 1);
        _now += TimeSpan.FromMinutes(30);
        Give(601, 1);

        var preview = AlarmPreview.Of(_samples, 4);

        Assert.Equal(119.9, preview.Watched.TotalSeconds, 1);
        Assert.Equal(0, preview.EventsPerHour);
    }

    [Fact]
    public void Of_Nothing_SaysNothing() => Assert.Null(AlarmPreview.Of([], 4).EventsPerHour);

    [Fact]
    public void History_MoreThanTenMinutes_ForgetsTheOldest()
    {
        var history = new ScoreHistory();
        for (var second = 0; second < 1200; second++)
        {
            history.Add(new ScoreSample(TimeSpan.FromSeconds(second), second));
        }

        var now = TimeSpan.FromSeconds(1199.5);
        Assert.Equal(600, history.Read(now).Length);
        Assert.Equal([1197f, 1198f, 1199f], history.Trend(now, 3));
        Assert.Equal([1199f, null, null], history.Trend(now + TimeSpan.FromSeconds(2), 3));
    }

    private int EventsAt(float threshold) => AlarmPreview.Of(_samples, threshold).Events;

    // Ten frames a second.
    private void Give(int count, float? score, bool isOutOfPlace = false)
    {
        for (var i = 0; i < count; i++)
        {
            _samples.Add(new ScoreSample(_now, score, isOutOfPlace));
            _now += TimeSpan.FromMilliseconds(100);
        }
    }
}
