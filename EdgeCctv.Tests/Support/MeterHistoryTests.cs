using EdgeCctv.Web.Support;

namespace EdgeCctv.Tests.Support;

public sealed class MeterHistoryTests
{
    [Fact]
    public void Add_MoreThanFiveMinutes_TheNewestStayAndAllAreCounted()
    {
        var history = new MeterHistory();
        for (var second = 1; second <= MeterHistory.Capacity + 2; second++)
        {
            history.Add(new MeterSample(second, null, null, null, null));
        }

        var samples = history.Read();
        Assert.Equal((MeterHistory.Capacity, MeterHistory.Capacity + 2), (samples.Count, history.Count));
        Assert.Equal((3f, 302f), (samples[0].PicturesPerSecond, samples[^1].PicturesPerSecond));
    }
}
