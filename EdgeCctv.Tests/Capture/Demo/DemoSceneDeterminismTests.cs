using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Demo;

namespace EdgeCctv.Tests.Capture.Demo;

public sealed class DemoSceneDeterminismTests
{
    private static readonly double[] Moments = [0, 0.066, 7.5, 12.2, 95, 100.5, 3600, 86_400 * 30.0];

    [Fact]
    public void Render_SameMomentsInAnotherOrder_GivesTheSameBytes()
    {
        DemoScene forwards = DemoFrames.Scene(42);
        DemoScene backwards = DemoFrames.Scene(42);
        byte[][] first = Array.ConvertAll(Moments, moment => DemoFrames.Render(forwards, moment, DemoFrames.Noon).Data);
        for (int i = Moments.Length - 1; i >= 0; i--)
        {
            Assert.Equal(first[i], DemoFrames.Render(backwards, Moments[i], DemoFrames.Noon).Data);
        }
    }

    [Fact]
    public void Render_IntoAUsedPicture_OverwritesAllOfIt()
    {
        DemoScene scene = DemoFrames.Scene(3);
        I420Picture used = new(320, 180);
        used.Data.AsSpan().Fill(200);
        scene.Render(TimeSpan.FromSeconds(5), DemoFrames.Noon, used);
        Assert.Equal(DemoFrames.Render(scene, 5, DemoFrames.Noon).Data, used.Data);
    }

    [Fact]
    public void Render_AnotherSeed_GivesOtherPeople()
    {
        I420Picture one = DemoFrames.Render(DemoFrames.Scene(1), 8, DemoFrames.Noon);
        I420Picture other = DemoFrames.Render(DemoFrames.Scene(2), 8, DemoFrames.Noon);
        Assert.True(DemoFrames.ChangedBlocks(one, other) > 10);
    }

    [Fact]
    public void Render_EachFrame_DiffersFromTheOneBefore()
    {
        DemoScene scene = DemoFrames.Scene(42);
        byte[] before = DemoFrames.Render(scene, 0, DemoFrames.Noon).Data;
        for (int frame = 1; frame < 60; frame++)
        {
            byte[] now = DemoFrames.Render(scene, frame / 60.0, DemoFrames.Noon).Data;
            int same = now.Zip(before).Count(pair => pair.First == pair.Second);
            Assert.True(same < now.Length * 0.6, $"Frame {frame} has {same} of {now.Length} samples in common with the one before.");
            before = now;
        }
    }

    [Fact]
    public void Render_OnlyTheClockDiffers_ChangesOnlyTheText()
    {
        DemoScene scene = DemoFrames.Scene(42);
        I420Picture one = DemoFrames.Render(scene, 5, DemoFrames.Noon);
        I420Picture other = DemoFrames.Render(scene, 5, DemoFrames.Noon.AddMilliseconds(1111));
        Assert.NotEqual(one.Data, other.Data);
        Assert.True(one.Y[(30 * 320)..].SequenceEqual(other.Y[(30 * 320)..]));
    }

    [Fact]
    public void Render_SteadyState_AllocatesNothing()
    {
        DemoScene scene = DemoFrames.Scene(42, strip: true);
        I420Picture picture = new(320, 180);
        RenderWalkersRunnersAndCars(scene, picture);
        long before = GC.GetAllocatedBytesForCurrentThread();
        RenderWalkersRunnersAndCars(scene, picture);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Render_PictureOfAnotherSize_IsRefused()
    {
        DemoScene scene = DemoFrames.Scene(42);
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => scene.Render(TimeSpan.Zero, DemoFrames.Noon, new I420Picture(328, 180)));
        Assert.Contains("328x180", thrown.Message, StringComparison.Ordinal);
    }

    private static void RenderWalkersRunnersAndCars(DemoScene scene, I420Picture picture)
    {
        for (int second = 0; second < 300; second += 2)
        {
            scene.Render(TimeSpan.FromSeconds(second), DemoFrames.Noon, picture);
        }
    }
}
