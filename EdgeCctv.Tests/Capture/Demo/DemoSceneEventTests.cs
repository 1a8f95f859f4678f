using EdgeCctv.Core.Capture.Demo;

namespace EdgeCctv.Tests.Capture.Demo;

public sealed class DemoSceneEventTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(2);

    [Theory]
    [InlineData(0)]
    [InlineData(42)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void EventsUntil_TwoHours_KeepsToTheIntervals(int seed)
    {
        IReadOnlyList<DemoEvent> events = DemoFrames.Scene(seed, 160, 120).EventsUntil(Long);
        Assert.InRange(events[0].Start.TotalSeconds, 90, 120);
        Assert.All(events.Zip(events.Skip(1)), pair => Assert.InRange((pair.Second.Start - pair.First.Start).TotalSeconds, 60, 180));
        Assert.All(events, one => Assert.InRange((one.End - one.Start).TotalSeconds, 2, 40));
        Assert.True(events[^1].Start < Long && events[^1].Start > Long - TimeSpan.FromSeconds(180));
    }

    [Fact]
    public void EventsUntil_FirstTwo_AreOneOfEachKind()
    {
        IEnumerable<DemoEventKind> kinds = DemoFrames.Scene(42, 160, 120).EventsUntil(Long).Take(2).Select(one => one.Kind);
        Assert.Equal([DemoEventKind.Runner, DemoEventKind.Vehicle], kinds.Order());
    }

    [Fact]
    public void EventsUntil_SameSeed_GivesTheSameEvents()
    {
        Assert.Equal(DemoFrames.Scene(7, 160, 120).EventsUntil(Long), DemoFrames.Scene(7, 320, 180).EventsUntil(Long));
    }

    [Fact]
    public void EventsUntil_OtherSeed_GivesOtherEvents()
    {
        Assert.NotEqual(DemoFrames.Scene(7, 160, 120).EventsUntil(Long), DemoFrames.Scene(8, 160, 120).EventsUntil(Long));
    }

    [Fact]
    public void EventsUntil_ShorterHorizon_GivesTheBeginningOfTheList()
    {
        DemoScene scene = DemoFrames.Scene(7, 160, 120);
        IReadOnlyList<DemoEvent> all = scene.EventsUntil(Long);
        Assert.Equal(all.Take(3), scene.EventsUntil(all[3].Start));
        Assert.Empty(scene.EventsUntil(TimeSpan.FromSeconds(90)));
    }

    [Fact]
    public void Current_DuringAnEvent_IsThatEvent()
    {
        EventSchedule schedule = new(11);
        for (int index = 0; index < 50; index++)
        {
            SceneEvent one = schedule.At(index);
            Assert.Equal(one, schedule.Current((one.Way.Start + one.Way.End) / 2));
            Assert.Null(schedule.Current(one.Way.Start - 0.01));
            Assert.Null(schedule.Current(one.Way.End + 0.01));
        }
    }
}
