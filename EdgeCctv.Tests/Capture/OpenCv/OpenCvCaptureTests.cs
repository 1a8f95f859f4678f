using System.Net;
using System.Net.Sockets;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.OpenCv;
using EdgeCctv.Tests.Capture.GStreamer;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Capture.OpenCv;

/// <summary>OpenCV against real cameras and files: the same contract as GStreamer's.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class OpenCvCaptureTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly OpenCvBackend _backend = new(TimeProvider.System, RtspTransport.Tcp);

    [OpenCvNetworkFact(true)]
    public async Task Read_RtspOverTcp_GivesCompleteJpegsWithTimesAndFacts()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 15, 2), 15);
        using var capture = Open(camera.Locator);

        // The first of all may have no time yet.
        Read(capture);
        var first = Read(capture);
        var second = Read(capture);

        Assert.Equal((320, 180), (first.Width, first.Height));
        Assert.All([first, second], picture => AssertIsJpeg(picture.Jpeg));
        Assert.False(first.Jpeg.AsSpan().SequenceEqual(second.Jpeg), "the ball moves");
        Assert.Null(first.Grey);
        Assert.InRange(TimeProvider.System.GetElapsedTime(second.ReceivedTimestamp), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.InRange((second.PresentationTime - first.PresentationTime)!.Value.TotalMilliseconds, 60, 75);
        Assert.NotNull(capture.LastReceived);
        Assert.StartsWith("OpenCV 4.", capture.Facts.Backend, StringComparison.Ordinal);
        Assert.Equal(("H.264", "RTSP over TCP"), (capture.Facts.Codec, capture.Facts.Transport));
    }

    [OpenCvNetworkFact(true)]
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

    [OpenCvNetworkFact(true)]
    public async Task Read_CameraHasSoundToo_OnlyTheVideoIsTaken()
    {
        await using var camera = await RtspCamera.ServeAsync(
            "( videotestsrc is-live=true ! video/x-raw,width=64,height=64,framerate=10/1 ! x264enc tune=zerolatency key-int-max=5 ! rtph264pay name=pay0 pt=96 "
            + "audiotestsrc is-live=true ! mulawenc ! rtppcmupay name=pay1 pt=0 )");
        using var capture = Open(camera.Locator);
        Read(capture);

        Assert.NotNull(Read(capture).PresentationTime);
    }

    [OpenCvNetworkFact(true)]
    public async Task Read_NetworkStalls_NullInTimeAndAfterwardsItsPicturesAreKnownToBeLate()
    {
        await using var camera = await RtspCamera.StartLiveAsync(15);
        using var relay = new StallingRelay(camera.Port);
        using var capture = Open(relay.Locator);
        var before = Enumerable.Range(0, 10).Select(_ => Read(capture)).Last();

        relay.Stall();
        while (capture.Read(TimeSpan.FromSeconds(1.5), withGrey: false, CancellationToken.None) is { } rest)
        {
            before = rest;
        }

        relay.GoOn();
        var after = Read(capture);

        var received = TimeProvider.System.GetElapsedTime(before.ReceivedTimestamp, after.ReceivedTimestamp);
        Assert.True(received - (after.PresentationTime - before.PresentationTime) > TimeSpan.FromSeconds(1), $"{received}, {before.PresentationTime}, {after.PresentationTime}");
    }

    [OpenCvNetworkFact(true)]
    public async Task Dispose_CameraIsSilent_ReturnsWithinTheTimeOfAStop()
    {
        await using var camera = await RtspCamera.StartLiveAsync(15);
        using var relay = new StallingRelay(camera.Port);
        var capture = Open(relay.Locator);
        Read(capture);
        relay.Stall();
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(() =>
        {
            using (capture)
            {
                while (true)
                {
                    capture.Read(Patience, withGrey: false, stop.Token);
                }
            }
        });
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        var began = TimeProvider.System.GetTimestamp();

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);

        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [OpenCvNetworkFact(true)]
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

    [OpenCvNetworkFact(true)]
    public async Task Read_RtspCameraEndsItsStream_IsEndOfStream()
    {
        await using var camera = await RtspCamera.ServeAsync(
            "( videotestsrc is-live=true num-buffers=45 ! video/x-raw,width=320,height=180,framerate=15/1 ! x264enc tune=zerolatency speed-preset=ultrafast key-int-max=15 ! rtph264pay name=pay0 pt=96 )");
        using var capture = Open(camera.Locator);

        Assert.Contains(
            Assert.Throws<CaptureException>(() => Enumerable.Range(0, 100).Select(_ => Read(capture)).Count()).Fault, new[] { CameraFault.EndOfStream });
    }

    [OpenCvNetworkFact(false)]
    public async Task Read_RtspWithTheLibraryThatComesAlong_SaysWhatToInstall()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 15, 2), 15, "operator", "canary-5522");
        using var capture = Open(camera.LocatorWith("operator:canary-5522"));

        var refused = Assert.Throws<CaptureException>(() => Read(capture));

        Assert.Equal(CameraFault.BackendMissing, refused.Fault);
        Assert.Contains("Install GStreamer.", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-5522", refused.ToString(), StringComparison.Ordinal);
    }

    [RequiresLinuxFact]
    public void Read_AcceptsAndSaysNothing_IsTimedOutAndHearsCancellation()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var locator = $"rtsp://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/live";
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        using var capture = Open(locator);

        Assert.ThrowsAny<OperationCanceledException>(() => capture.Read(Patience, withGrey: false, cancellation.Token));
        Assert.Equal(CameraFault.TimedOut, FaultOf(locator));
    }

    [RequiresLinuxTheory]
    [InlineData("rtsp://127.0.0.1:1/live", CameraFault.Refused)]
    [InlineData("rtsp://camera.invalid/live", CameraFault.NameNotResolved)]
    [InlineData("file:/nowhere/clip.mp4", CameraFault.NotFound)]
    [InlineData("/dev/video97", CameraFault.NotFound)]
    public void Read_SourceIsNotThere_SaysWhy(string locator, CameraFault expected) => Assert.Equal(expected, FaultOf(locator));

    [RequiresLinuxFact]
    public async Task Read_NoSuchStream_IsNotFound()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 15, 2), 15);

        Assert.Equal(CameraFault.NotFound, FaultOf(camera.Locator + "-of-another"));
    }

    [RequiresLinuxFact]
    public async Task Read_FileIsNoVideo_IsAFaultNotAWait()
    {
        var text = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(text, "This is no video.");

        Assert.Equal(CameraFault.DecoderMissing, FaultOf($"file:{text}"));
        File.Delete(text);
    }

    [RequiresLinuxFact]
    public async Task Read_FileThatLoops_GoesOnPastItsEndAtItsOwnPace()
    {
        using var capture = Open($"file:{await TestClips.MatroskaAsync(320, 180, 30, 1)}");
        Read(capture);
        var began = TimeProvider.System.GetTimestamp();

        var pictures = Enumerable.Range(0, 45).Select(_ => Read(capture)).ToList();

        Assert.All(pictures, picture => AssertIsJpeg(picture.Jpeg));
        Assert.Equal(33.3, pictures[^1].Interval!.Value.TotalMilliseconds, tolerance: 0.1);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 1.2, 4);
    }

    [RequiresLinuxFact]
    public async Task Read_FileOnce_EndsWithEndOfStreamAfterItsLastPicture()
    {
        using var capture = Open($"file:{await TestClips.MatroskaAsync(320, 180, 30, 1)}?once=1");
        var count = 0;

        var end = Assert.Throws<CaptureException>(() =>
        {
            for (; count < 100; count++)
            {
                Read(capture);
            }
        });

        Assert.Equal((CameraFault.EndOfStream, 30), (end.Fault, count));
    }

    [RequiresLinuxFact]
    public async Task Read_WithGrey_GivesASmallPictureOnDemand()
    {
        using var capture = Open($"file:{await TestClips.MatroskaAsync(320, 180, 30, 1)}");
        Assert.Null(Read(capture).Grey);

        var grey = Enumerable.Range(0, 20).Select(_ => Read(capture, withGrey: true).Grey).First(one => one is not null)!;

        Assert.Equal((270, 152), (grey.Width, grey.Height));
        Assert.True(grey.Pixels.Max() > 200 && grey.Pixels.Min() < 40, "a white ball on black");
        Assert.Null(Read(capture).Grey);
    }

    [RequiresLinuxFact]
    public async Task EncodeAt_LowerQuality_MakesSmallerPictures()
    {
        using var capture = Open($"file:{await TestClips.MatroskaAsync(320, 180, 30, 1)}");
        var usual = Read(capture).Jpeg.Length;

        capture.EncodeAt(10);

        Assert.True(Read(capture).Jpeg.Length < 0.9 * usual);
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
