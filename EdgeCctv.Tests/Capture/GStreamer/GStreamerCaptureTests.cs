using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.GStreamer;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Capture.GStreamer;

/// <summary>The backend against real cameras and files.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class GStreamerCaptureTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly GStreamerBackend _backend = new(TimeProvider.System);

    [RequiresLinuxFact]
    public async Task Read_RtspOverTcp_GivesCompleteJpegsOfTheCamerasSize()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 15, 2), 15);
        using var capture = Open(camera.Locator);

        var first = Read(capture);
        var second = Read(capture);

        Assert.Equal((320, 180), (first.Width, first.Height));
        AssertIsJpeg(first.Jpeg);
        AssertIsJpeg(second.Jpeg);
        Assert.False(first.Jpeg.AsSpan().SequenceEqual(second.Jpeg), "the ball moves");
        Assert.Null(first.Grey);
    }

    [RequiresLinuxFact]
    public async Task Read_RtspOverTcp_ReceiptIsRecentAndBeforeNow()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 15, 2), 15);
        using var capture = Open(camera.Locator);
        for (var i = 0; i < 10; i++)
        {
            Read(capture);
        }

        var age = TimeProvider.System.GetElapsedTime(Read(capture).ReceivedTimestamp);

        Assert.InRange(age, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [RequiresLinuxFact]
    public async Task Dispose_RtspCamera_SeesTheConnectionClosed()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 15, 2), 15);
        using (var capture = Open(camera.Locator))
        {
            Read(capture);
            await camera.Process.LineAsync("client connected");
        }

        await camera.Process.LineAsync("client closed");
    }

    [RequiresLinuxFact]
    public async Task Read_RtspWithPassword_OnlyTheRightOneOpens()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 15, 2), 15, "operator", "p@ss word");

        using (var capture = Open(camera.LocatorWith("operator:p%40ss%20word")))
        {
            AssertIsJpeg(Read(capture).Jpeg);
        }

        var wrong = Assert.Throws<CaptureException>(() =>
        {
            using var capture = Open(camera.LocatorWith("operator:canary-5521"));
            Read(capture);
        });
        Assert.Equal(CameraFault.Unauthorized, wrong.Fault);
        Assert.DoesNotContain("canary-5521", wrong.ToString(), StringComparison.Ordinal);
    }

    [RequiresLinuxFact]
    public void Read_NothingListens_IsRefused() =>
        Assert.Equal(CameraFault.Refused, FaultOf("rtsp://127.0.0.1:1/live"));

    [RequiresLinuxFact]
    public async Task Read_NoSuchStream_IsNotFound()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 15, 2), 15);

        Assert.Equal(CameraFault.NotFound, FaultOf(camera.Locator + "-of-another"));
    }

    [RequiresLinuxFact]
    public void Read_NameUnknown_IsNameNotResolved() =>
        Assert.Equal(CameraFault.NameNotResolved, FaultOf("rtsp://camera.invalid/live"));

    [RequiresLinuxFact]
    public async Task Read_WithGrey_GivesASmallPictureOfTheSameMomentAndOnlyOnDemand()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 15, 2), 15);
        using var capture = Open(camera.Locator);
        Assert.Null(Read(capture).Grey);

        var grey = Enumerable.Range(0, 20).Select(_ => Read(capture, withGrey: true).Grey).First(one => one is not null)!;

        Assert.Equal((160, 90), (grey.Width, grey.Height));
        Assert.Equal(160 * 90, grey.Pixels.Length);
        Assert.True(grey.Pixels.Max() > 200 && grey.Pixels.Min() < 40, "a white ball on black");
        Read(capture);
        Assert.Null(Read(capture).Grey);
    }

    [RequiresLinuxFact]
    public async Task Read_FileThatLoops_GoesOnPastItsEnd()
    {
        var clip = await TestClips.MatroskaAsync(320, 180, 30, 1);
        using var capture = Open($"file:{clip}");

        var pictures = Enumerable.Range(0, 45).Select(_ => Read(capture)).ToList();

        Assert.All(pictures, picture => AssertIsJpeg(picture.Jpeg));
        Assert.Equal(33.3, pictures[^1].Interval!.Value.TotalMilliseconds, tolerance: 0.1);
    }

    [RequiresLinuxFact]
    public async Task Read_FileOnce_EndsWithEndOfStreamAfterItsLastPicture()
    {
        var clip = await TestClips.MatroskaAsync(320, 180, 30, 1);
        using var capture = Open($"file:{clip}?once=1");
        var count = 0;

        var end = Assert.Throws<CaptureException>(() =>
        {
            for (; count < 100; count++)
            {
                Read(capture);
            }
        });

        Assert.Equal(CameraFault.EndOfStream, end.Fault);
        Assert.Equal(30, count);
    }

    [RequiresLinuxFact]
    public void Open_FileMissing_IsNotFoundAndNamed()
    {
        var fault = Assert.Throws<CaptureException>(() => Open("file:/nowhere/clip.mp4"));

        Assert.Equal(CameraFault.NotFound, fault.Fault);
        Assert.Contains("clip.mp4", fault.Message, StringComparison.Ordinal);
    }

    [RequiresLinuxFact]
    public async Task Read_FileIsNoVideo_IsAFaultNotAWait()
    {
        var text = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(text, "This is no video.");

        Assert.Contains(FaultOf($"file:{text}"), new[] { CameraFault.DecoderMissing, CameraFault.Damaged });
        File.Delete(text);
    }

    [RequiresLinuxFact]
    public void Read_PipelineText_IsPacedByItsOwnRate()
    {
        using var capture = Open("gst:videotestsrc ! video/x-raw,width=320,height=240,framerate=20/1");
        Read(capture);
        var began = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < 20; i++)
        {
            Read(capture);
        }

        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0.7, 3);
    }

    [Theory]
    [InlineData("gst:videotestsrc ! nosuchelement", CameraFault.DecoderMissing)]
    [InlineData("gst:videotestsrc ! !", CameraFault.BadSource)]
    public void Open_PipelineTextWrong_SaysSo(string locator, CameraFault expected)
    {
        var fault = Assert.Throws<CaptureException>(() => Open(locator));

        Assert.Equal(expected, fault.Fault);
    }

    [RequiresLinuxFact]
    public void Read_NothingComes_ReturnsNullInTimeAndHearsCancellation()
    {
        using var capture = Open("gst:fakesrc num-buffers=1 sizetype=empty ! identity drop-probability=1 ! video/x-raw,format=I420,width=64,height=64,framerate=1/1 ! identity");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => capture.Read(Patience, withGrey: false, cancelled.Token));
    }

    private static CapturedPicture Read(ICapture capture, bool withGrey = false) =>
        capture.Read(Patience, withGrey, CancellationToken.None) ?? throw new TimeoutException("No picture in time.");

    private static void AssertIsJpeg(byte[] bytes)
    {
        Assert.Equal([0xFF, 0xD8], bytes[..2]);
        Assert.Equal([0xFF, 0xD9], bytes[^2..]);
    }

    private ICapture Open(string locator)
    {
        Assert.True(CameraSource.TryParse(locator, out var source, out var error), error);
        return _backend.Open(source, CaptureSettings.Default);
    }

    private CameraFault FaultOf(string locator) => Assert.Throws<CaptureException>(() =>
    {
        using var capture = Open(locator);
        Read(capture);
    }).Fault;
}
