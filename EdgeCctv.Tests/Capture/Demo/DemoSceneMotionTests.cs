using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Demo;

namespace EdgeCctv.Tests.Capture.Demo;

public sealed class DemoSceneMotionTests
{
    [Theory]
    [InlineData(1, 320, 180)]
    [InlineData(42, 320, 180)]
    [InlineData(-7, 320, 180)]
    [InlineData(9, 320, 240)]
    public void Render_AnyTenSeconds_ShowsSomethingMoving(int seed, int width, int height)
    {
        DemoScene scene = DemoFrames.Scene(seed, width, height);
        for (int start = 0; start < 400; start += 10)
        {
            I420Picture before = DemoFrames.Render(scene, start, DemoFrames.Noon, width, height);
            int most = 0;
            for (int step = 1; step <= 3; step++)
            {
                I420Picture now = DemoFrames.Render(scene, start + (step * 3), DemoFrames.Noon, width, height);
                most = Math.Max(most, DemoFrames.ChangedBlocks(before, now));
                before = now;
            }

            Assert.True(most >= 4, $"From {start} s on only {most} blocks change.");
        }
    }

    [Fact]
    public void ChangedBlocks_SameMomentWithOtherNoise_FindsNone()
    {
        // The measure itself: a tick later everybody stands where they stood, and all noise is new.
        DemoScene scene = DemoFrames.Scene(42);
        I420Picture one = DemoFrames.Render(scene, 8, DemoFrames.Noon);
        I420Picture other = DemoFrames.Render(scene, 8.0000001, DemoFrames.Noon);
        Assert.NotEqual(one.Data, other.Data);
        Assert.Equal(0, DemoFrames.ChangedBlocks(one, other));
    }

    [Fact]
    public void Render_AtAVehicle_ShowsMoreThanAtAWalker()
    {
        DemoScene scene = DemoFrames.Scene(42);
        DemoEvent vehicle = scene.EventsUntil(TimeSpan.FromMinutes(10)).First(one => one.Kind == DemoEventKind.Vehicle);
        double middle = (vehicle.Start.TotalSeconds + vehicle.End.TotalSeconds) / 2;
        I420Picture quiet = DemoFrames.Render(scene, vehicle.Start.TotalSeconds - 1, DemoFrames.Noon);
        Assert.True(DemoFrames.ChangedBlocks(quiet, DemoFrames.Render(scene, middle, DemoFrames.Noon)) > 60);
    }

    [Fact]
    public void WalkerSchedule_OverAnHour_HasFewPeopleAtOnce()
    {
        WalkerSchedule schedule = new(5, new EventSchedule(5));
        Walker[] present = new Walker[WalkerSchedule.Most];
        int[] counts = Enumerable.Range(0, 3600).Select(second => schedule.Collect(second, present)).ToArray();
        Assert.InRange(counts.Min(), 1, 2);
        Assert.InRange(counts.Average(), 1.5, 3.5);
        Assert.InRange(counts.Max(), 3, 6);
    }

    [Fact]
    public void WalkerSchedule_WhileACarIsUnderWay_KeepsEverybodyOnThePavement()
    {
        EventSchedule events = new(8);
        WalkerSchedule schedule = new(8, events);
        Walker[] present = new Walker[WalkerSchedule.Most];
        IEnumerable<SceneEvent> cars = Enumerable.Range(0, 40).Select(index => events.At(index)).Where(one => one.Kind == DemoEventKind.Vehicle);
        foreach (SceneEvent car in cars)
        {
            for (double at = car.Way.Start; at < car.Way.End; at += 0.5)
            {
                int count = schedule.Collect(at, present);
                Assert.All(present.Take(count), walker => Assert.Contains(walker.Path, YardPaths.AwayFromCars));
            }
        }
    }
}
