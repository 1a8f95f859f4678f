using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Tests.Live;

public sealed class PictureFlowTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly PictureFlow _flow;

    public PictureFlowTests() => _flow = new PictureFlow(Freshness.Default, _time);

    [Fact]
    public void Duration_NoPictureYetOrNoMore_IsNull()
    {
        Assert.Null(_flow.Duration);
        Publish();
        _flow.OnCleared();
        Assert.Null(_flow.Duration);
    }

    [Fact]
    public void Duration_PicturesWithinTheLimit_GrowsFromTheFirst()
    {
        for (var i = 0; i < 3; i++)
        {
            Publish();
            _time.Advance(TimeSpan.FromSeconds(1.8));
        }

        Assert.Equal(TimeSpan.FromSeconds(5.4), _flow.Duration);
    }

    [Fact]
    public void Duration_AfterAGap_BeginsAnew()
    {
        Publish();
        _time.Advance(TimeSpan.FromSeconds(1.9));
        Publish();

        Assert.Equal(TimeSpan.Zero, _flow.Duration);
    }

    [Fact]
    public void Duration_SlowCamera_ItsIntervalIsNoGap()
    {
        Publish(interval: TimeSpan.FromSeconds(4));
        _time.Advance(TimeSpan.FromSeconds(4));
        Publish(interval: TimeSpan.FromSeconds(4));

        Assert.Equal(TimeSpan.FromSeconds(4), _flow.Duration);
    }

    private void Publish(TimeSpan? interval = null) => _flow.OnPublished(TestFrames.Frame(1, _time.GetTimestamp(), interval));
}
