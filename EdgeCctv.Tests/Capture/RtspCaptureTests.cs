using System.Net;
using System.Net.Sockets;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Hosts;
using static EdgeCctv.Tests.Capture.LibraryRig;

namespace EdgeCctv.Tests.Capture;

/// <summary>RTSP cameras with the native library of this run.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class RtspCaptureTests
{
    [RequiresFact(Need.Rtsp)]
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

    [RequiresFact(Need.Rtsp)]
    public async Task Read_RtspOverUdpWithPassword_ComesAndSaysSo()
    {
        await using var camera = await RtspCamera.StartLiveAsync(15, "operator", "p@ss word");
        using var capture = Open(camera.LocatorWith("operator:p%40ss%20word"), CaptureSettings.Default with { RtspTransport = RtspTransport.Udp });

        AssertIsJpeg(Read(capture).Jpeg);
        Assert.NotNull(Read(capture).PresentationTime);
        Assert.Equal("RTSP over UDP", capture.Facts.Transport);
    }

    [RequiresFact(Need.Rtsp)]
    public async Task Facts_RtspCamera_NameLibraryCodecAndTransport()
    {
        await using var camera = await RtspCamera.StartLiveAsync(15);
        using var capture = Open(camera.Locator);
        Read(capture);

        Assert.Matches(LibraryUnderTest.IsOpenCv ? @"^OpenCV 4\." : @"^GStreamer 1\.", capture.Facts.Backend);
        Assert.Equal(("H.264", "RTSP over TCP"), (capture.Facts.Codec, capture.Facts.Transport));
    }

    [RequiresFact(Need.Rtsp)]
    public async Task Read_CameraHasSoundToo_OnlyTheVideoIsAskedFor()
    {
        await using var camera = await RtspCamera.ServeAsync(
            "( videotestsrc is-live=true ! video/x-raw,width=64,height=64,framerate=10/1 ! x264enc tune=zerolatency key-int-max=5 ! rtph264pay name=pay0 pt=96 "
            + "audiotestsrc is-live=true ! mulawenc ! rtppcmupay name=pay1 pt=0 )");
        using var capture = Open(camera.Locator);

        Assert.NotNull(Read(capture).PresentationTime);
    }

    // OpenCV scales all pictures to the size of the first one.
    [RequiresFact(Need.GStreamer)]
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

    [RequiresFact(Need.Rtsp)]
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

    [RequiresFact(Need.Rtsp)]
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

    [RequiresFact(Need.Rtsp)]
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

    [RequiresFact(Need.Rtsp)]
    public async Task Read_RtspWithPassword_OnlyTheRightOneOpens()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 15, 2), 15, "operator", "p@ss word");

        using (var capture = Open(camera.LocatorWith("operator:p%40ss%20word")))
        {
            AssertIsJpeg(Read(capture).Jpeg);
        }

        var wrong = FaultOf(camera.LocatorWith("operator:canary-5521"));
        Assert.Equal(CameraFault.Unauthorized, wrong.Fault);
        Assert.DoesNotContain("canary-5521", wrong.ToString(), StringComparison.Ordinal);
    }

    [RequiresLinuxFact]
    public void Read_NothingListens_IsRefused() =>
        Assert.Equal(CameraFault.Refused, FaultOf("rtsp://127.0.0.1:1/live").Fault);

    [RequiresLinuxFact]
    public async Task Read_NoSuchStream_IsNotFound()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 15, 2), 15);

        Assert.Equal(CameraFault.NotFound, FaultOf(camera.Locator + "-of-another").Fault);
    }

    [RequiresLinuxFact]
    public void Read_NameUnknown_IsNameNotResolved() =>
        Assert.Equal(CameraFault.NameNotResolved, FaultOf("rtsp://camera.invalid/live").Fault);

    [RequiresFact(Need.Rtsp)]
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

    [RequiresFact(Need.Rtsp)]
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
    public void Read_AcceptsAndSaysNothing_HearsCancellation()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        using var capture = Open($"rtsp://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/live");

        Assert.ThrowsAny<OperationCanceledException>(() => capture.Read(Patience, withGrey: false, cancellation.Token));
    }

    [RequiresFact(Need.Rtsp)]
    public async Task Dispose_CameraFallsSilent_ReturnsWithinTheTimeOfAStop()
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
}
