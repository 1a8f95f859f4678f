using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Demo;
using EdgeCctv.Tests.Capture.Mjpeg;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Capture;

/// <summary>Every kind of capture tells when anything came, whether or not it became a picture.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class LastReceivedTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ICaptureLibrary _library = LibraryUnderTest.Create(TimeProvider.System);

    [RequiresLinuxFact]
    public async Task Mjpeg_OnlyDamagedPictures_StillTellsThatBytesCame()
    {
        await using var camera = new MjpegCamera(MjpegPlays.Truncates());
        using var capture = MjpegRig.Open(camera.Locator);
        Assert.Null(capture.LastReceived);
        var before = TimeProvider.System.GetTimestamp();

        Assert.Throws<CaptureException>(() => capture.Read(TimeSpan.FromSeconds(1), withGrey: false, CancellationToken.None));

        Assert.True(capture.LastReceived >= before);
    }

    [RequiresLinuxFact]
    public async Task Mjpeg_NothingComes_StaysUnknown()
    {
        await using var camera = new MjpegCamera(MjpegPlays.Silent);
        using var capture = MjpegRig.Open(camera.Locator);

        Assert.Null(capture.Read(TimeSpan.FromMilliseconds(300), withGrey: false, CancellationToken.None));

        Assert.Null(capture.LastReceived);
    }

    [RequiresFact(Need.Rtsp)]
    public async Task Rtsp_Pictures_TellsTheirPacketsAlsoWhenDisposed()
    {
        await using var camera = await RtspCamera.StartLiveAsync(15);

        AssertFollows(_library.Open(Locators.Parse(camera.Locator), CaptureSettings.Default));
    }

    [RequiresLinuxFact]
    public async Task File_Pictures_TellsThem() =>
        AssertFollows(_library.Open(Locators.Parse($"file:{await TestClips.MatroskaAsync(320, 180, 30, 1)}"), CaptureSettings.Default));

    [RequiresLinuxFact]
    public void Demo_Pictures_TellsThem() => AssertFollows(
        new DemoBackend(_library, TimeProvider.System, new LogRecord<DemoBackend>()).Open(Locators.Parse("demo:?size=160x120&fps=30"), CaptureSettings.Default));

    private static void AssertFollows(ICapture capture)
    {
        using (capture)
        {
            var first = Read(capture);
            Assert.True(capture.LastReceived >= first.ReceivedTimestamp);
            var second = Read(capture);
            Assert.True(capture.LastReceived >= second.ReceivedTimestamp && second.ReceivedTimestamp > first.ReceivedTimestamp);
        }

        var (last, now) = (capture.LastReceived, TimeProvider.System.GetTimestamp());
        Assert.InRange(last!.Value, now - (long)(Patience.TotalSeconds * TimeProvider.System.TimestampFrequency), now);
    }

    private static CapturedPicture Read(ICapture capture) =>
        capture.Read(Patience, withGrey: false, CancellationToken.None) ?? throw new TimeoutException("No picture.");
}
