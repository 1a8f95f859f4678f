using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Capture;

/// <summary>What the camera says of its pictures' times reaches us untouched, whatever the network does.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class RtspTimingTests
{
    private const int FramesPerSecond = 30;
    private static readonly TimeProvider Clock = TimeProvider.System;
    private readonly ICaptureLibrary _library = LibraryUnderTest.Create(Clock);

    [RequiresTheory(Need.Rtsp)]
    [InlineData(1.2)]
    [InlineData(3)]
    public async Task Read_AfterAStall_OldPicturesAreKnownByTheirDriftUntilItHasCaughtUp(double seconds)
    {
        await using var camera = await RtspCamera.StartLiveAsync(FramesPerSecond);
        using var relay = new StallingRelay(camera.Port);
        using var capture = Open(relay.Locator);
        var before = Enumerable.Range(0, 45).Select(_ => LagOf(Read(capture))).Min();

        relay.Stall();
        var began = Clock.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(seconds), Clock);
        var stalled = Clock.GetElapsedTime(began);
        relay.GoOn();

        // All that came before the stall is read first.
        var pictures = Enumerable.Range(0, (int)(seconds * FramesPerSecond) + 60).Select(_ => Read(capture)).ToList();
        var burst = pictures.Select(picture => LagOf(picture) - before).ToList();
        var worst = burst.IndexOf(burst.Max());

        // On a busy machine the oldest of the burst give way to newer ones before they can be read.
        Assert.InRange(burst[worst].TotalSeconds, 0.3, stalled.TotalSeconds + 0.3);
        Assert.True(burst[^1] < TimeSpan.FromSeconds(0.3), $"Has not caught up: {burst[^1]}");
        AssertTimesAreTheCameras(pictures);
        Assert.DoesNotContain(burst[worst..].Zip(burst[(worst + 1)..]), pair => pair.Second > pair.First + TimeSpan.FromSeconds(0.2));
    }

    [RequiresFact(Need.Rtsp)]
    public async Task Read_Camera30PerSecond_PresentationTimesAreTheCameras()
    {
        await using var camera = await RtspCamera.StartLiveAsync(FramesPerSecond);
        using var capture = Open(camera.Locator);

        var pictures = Enumerable.Range(0, 40).Select(_ => Read(capture)).Skip(10).ToList();

        AssertTimesAreTheCameras(pictures);
    }

    [RequiresFact(Need.Rtsp)]
    public async Task Read_TimeStampsThatNeverChange_AreNotTakenForTimes()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 15, 2), 15);
        using var capture = Open(camera.Locator);

        var pictures = Enumerable.Range(0, 10).Select(_ => Read(capture)).ToList();

        Assert.Null(pictures[^1].PresentationTime);
        Assert.InRange(Clock.GetElapsedTime(pictures[^1].ReceivedTimestamp), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    // A picture or several may be left out, but what lies between two is a whole number of the camera's intervals.
    private static void AssertTimesAreTheCameras(IReadOnlyList<CapturedPicture> pictures)
    {
        Assert.All(pictures, picture => Assert.NotNull(picture.PresentationTime));
        Assert.All(
            pictures.Zip(pictures.Skip(1), (one, next) => (next.PresentationTime - one.PresentationTime)!.Value.TotalSeconds * FramesPerSecond),
            frames => Assert.Equal(Math.Round(frames), frames, tolerance: 0.01));
    }

    // Drift is this, less the least of it.
    private static TimeSpan LagOf(CapturedPicture picture)
    {
        Assert.NotNull(picture.PresentationTime);
        return Clock.GetElapsedTime(0, picture.ReceivedTimestamp) - picture.PresentationTime.Value;
    }

    private static CapturedPicture Read(ICapture capture) =>
        capture.Read(TimeSpan.FromSeconds(20), withGrey: false, CancellationToken.None) ?? throw new TimeoutException("No picture in time.");

    private ICapture Open(string locator) => _library.Open(Locators.Parse(locator), CaptureSettings.Default);
}
