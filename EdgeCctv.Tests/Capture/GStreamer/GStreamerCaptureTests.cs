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
    public async Task Read_RtspOverUdpWithPassword_ComesAndSaysSo()
    {
        await using var camera = await RtspCamera.StartLiveAsync(15, "operator", "p@ss word");
        using var capture = Open(camera.LocatorWith("operator:p%40ss%20word"), CaptureSettings.Default with { RtspTransport = RtspTransport.Udp });

        AssertIsJpeg(Read(capture).Jpeg);
        Assert.NotNull(Read(capture).PresentationTime);
        Assert.Equal("RTSP over UDP", capture.Facts.Transport);
    }

    [RequiresLinuxFact]
    public async Task Facts_RtspCamera_NameLibraryCodecAndTransport()
    {
        await using var camera = await RtspCamera.StartLiveAsync(15);
        using var capture = Open(camera.Locator);
        Read(capture);

        Assert.StartsWith("GStreamer 1.", capture.Facts.Backend, StringComparison.Ordinal);
        Assert.Equal(("H.264", "RTSP over TCP"), (capture.Facts.Codec, capture.Facts.Transport));
    }

    [RequiresLinuxFact]
    public async Task Facts_File_NameItsCodec()
    {
        using var capture = Open($"file:{await TestClips.MatroskaAsync(320, 180, 30, 1)}");
        Read(capture);

        Assert.StartsWith("H.264", capture.Facts.Codec, StringComparison.Ordinal);
    }

    [RequiresLinuxFact]
    public async Task Read_CameraHasSoundToo_OnlyTheVideoIsAskedFor()
    {
        await using var camera = await RtspCamera.ServeAsync(
            "( videotestsrc is-live=true ! video/x-raw,width=64,height=64,framerate=10/1 ! x264enc tune=zerolatency key-int-max=5 ! rtph264pay name=pay0 pt=96 "
            + "audiotestsrc is-live=true ! mulawenc ! rtppcmupay name=pay1 pt=0 )");
        using var capture = Open(camera.Locator);

        Assert.NotNull(Read(capture).PresentationTime);
    }

    [RequiresLinuxTheory]
    [InlineData(5, 30)]
    [InlineData(10, 30)]
    [InlineData(10, 10)]
    public void Read_GreyWanted_ComesAtTheConfiguredRate(double greyRate, int framesPerSecond)
    {
        using var capture = Open(
            $"gst:videotestsrc ! video/x-raw,format=I420,width=64,height=64,framerate={framesPerSecond}/1",
            CaptureSettings.Default with { GreyRate = greyRate });
        Read(capture, withGrey: true);

        // No picture of this source is lost, so that the count is of the pictures' own time: two seconds.
        var greys = Enumerable.Range(0, 2 * framesPerSecond).Count(_ => Read(capture, withGrey: true).Grey is not null);

        Assert.InRange(greys, (2 * greyRate) - 2, (2 * greyRate) + 1);
    }

    [RequiresLinuxFact]
    public void EncodeAt_AnotherQuality_CountsForTheNextPicturesOfTheOpenCamera()
    {
        using var capture = Open("gst:videotestsrc pattern=snow ! video/x-raw,format=I420,width=160,height=120,framerate=30/1");
        var usual = Enumerable.Range(0, 5).Average(_ => Read(capture).Jpeg.Length);

        capture.EncodeAt(10);

        // Those that were encoded already.
        Read(capture);
        Read(capture);
        Read(capture);

        var low = Enumerable.Range(0, 5).Average(_ => Read(capture).Jpeg.Length);
        Assert.True(low < 0.7 * usual, $"{low} bytes at quality 10, {usual} at 80");
    }

    [RequiresLinuxFact]
    public async Task Read_PictureChangesItsSize_FollowsWithoutAFault()
    {
        var small = await File.ReadAllBytesAsync(await TestClips.H264Async(320, 180, 15, 1));
        var large = await File.ReadAllBytesAsync(await TestClips.H264Async(640, 480, 15, 1));
        var both = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.h264");
        await File.WriteAllBytesAsync(both, [.. small, .. large]);
        await using var camera = await RtspCamera.StartAsync(both, 15);
        using var capture = Open(camera.Locator);

        var pictures = Enumerable.Range(0, 75).Select(_ => Read(capture, withGrey: true)).ToList();

        Assert.Equal([(320, 180), (640, 480)], pictures.Select(one => (one.Width, one.Height)).Distinct().Order());
        Assert.Equal([(270, 152), (270, 202)], pictures.Where(one => one.Grey is not null).Select(one => (one.Grey!.Width, one.Grey.Height)).Distinct().Order());
        File.Delete(both);
    }

    [RequiresLinuxFact]
    public async Task Read_H264Corrupted_NeitherCrashesNorStops()
    {
        var bytes = await File.ReadAllBytesAsync(await TestClips.H264Async(320, 180, 15, 2));
        var random = new Random(4711);
        for (var i = 0; i < bytes.Length / 200; i++)
        {
            bytes[random.Next(200, bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        var damaged = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.h264");
        await File.WriteAllBytesAsync(damaged, bytes);
        await using var camera = await RtspCamera.StartAsync(damaged, 15);
        using var capture = Open(camera.Locator);

        Assert.All(Enumerable.Range(0, 40).Select(_ => Read(capture)), picture => AssertIsJpeg(picture.Jpeg));
        File.Delete(damaged);
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

        Assert.Equal((270, 152), (grey.Width, grey.Height));
        Assert.Equal(270 * 152, grey.Pixels.Length);
        Assert.True(grey.Pixels.Max() > 200 && grey.Pixels.Min() < 40, "a white ball on black");
        Read(capture);
        Assert.Null(Read(capture).Grey);
    }

    [RequiresLinuxFact]
    public async Task Read_RtspCameraEndsItsStream_IsEndOfStream()
    {
        await using var camera = await RtspCamera.ServeAsync(
            "( videotestsrc is-live=true num-buffers=45 ! video/x-raw,width=320,height=180,framerate=15/1 ! x264enc tune=zerolatency speed-preset=ultrafast key-int-max=15 ! rtph264pay name=pay0 pt=96 )");

        Assert.Equal(CameraFault.EndOfStream, Assert.Throws<CaptureException>(() =>
        {
            using var capture = Open(camera.Locator);
            for (var i = 0; i < 100; i++)
            {
                Read(capture);
            }
        }).Fault);
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

    private ICapture Open(string locator, CaptureSettings? settings = null)
    {
        Assert.True(CameraSource.TryParse(locator, out var source, out var error), error);
        return _backend.Open(source, settings ?? CaptureSettings.Default);
    }

    private CameraFault FaultOf(string locator) => Assert.Throws<CaptureException>(() =>
    {
        using var capture = Open(locator);
        Read(capture);
    }).Fault;
}
