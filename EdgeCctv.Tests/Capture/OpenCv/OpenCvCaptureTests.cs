using System.Net;
using System.Net.Sockets;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Hosts;
using static EdgeCctv.Tests.Capture.LibraryRig;

namespace EdgeCctv.Tests.Capture.OpenCv;

/// <summary>What only OpenCV does; what both libraries do is in the tests beside this folder.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class OpenCvCaptureTests
{
    [RequiresFact(Need.OpenCvWithoutNetwork)]
    public async Task Read_RtspWithTheLibraryThatComesAlong_SaysWhatToInstall()
    {
        await using var camera = await RtspCamera.StartAsync(await TestClips.H264Async(320, 180, 15, 2), 15, "operator", "canary-5522");

        var refused = FaultOf(camera.LocatorWith("operator:canary-5522"));

        Assert.Equal(CameraFault.BackendMissing, refused.Fault);
        Assert.Contains("Install GStreamer.", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-5522", refused.ToString(), StringComparison.Ordinal);
    }

    [RequiresFact(Need.OpenCv)]
    public void Read_AcceptsAndSaysNothing_IsTimedOut()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        Assert.Equal(CameraFault.TimedOut, FaultOf($"rtsp://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/live").Fault);
    }

    [RequiresFact(Need.OpenCv)]
    public void Read_NoSuchDevice_IsNotFound() => Assert.Equal(CameraFault.NotFound, FaultOf("/dev/video97").Fault);

    // GStreamer may have some ready; OpenCV makes each when it is asked.
    [RequiresFact(Need.OpenCv)]
    public async Task Read_GreyNoLongerWanted_ComesNoMore()
    {
        using var capture = Open($"file:{await TestClips.MatroskaAsync(320, 180, 30, 1)}");
        Assert.Contains(Enumerable.Range(0, 20).Select(_ => Read(capture, withGrey: true).Grey), grey => grey is not null);

        Assert.All(Enumerable.Range(0, 10).Select(_ => Read(capture).Grey), Assert.Null);
    }
}
