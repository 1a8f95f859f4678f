using System.Net;
using System.Net.Sockets;
using System.Text;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.GStreamer;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Capture;

/// <summary>An RTSP camera cannot send us elsewhere, and what was checked is what is connected to.</summary>
[Trait("Category", "Fault")]
[Collection(MachineGroup.Name)]
public sealed class RtspTrustTests
{
    private readonly ICaptureLibrary _library = LibraryUnderTest.Create(TimeProvider.System);

    [RequiresTheory(Need.Rtsp)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_CameraRedirects_IsMovedAndTheOtherHearsNothing(bool trusted)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var heard = HearAsync(other);
        using var camera = new TcpListener(IPAddress.Loopback, 0);
        camera.Start();
        var answering = RedirectAsync(camera, $"rtsp://127.0.0.1:{Port(other)}/elsewhere");
        var source = Locators.Parse($"rtsp://admin:c4n4ry@127.0.0.1:{Port(camera)}/live");
        var settings = CaptureSettings.Default with { Addresses = new AddressPolicy(["127.0.0.1"]) };

        var fault = Assert.Throws<CaptureException>(() =>
        {
            using var capture = _library.Open(trusted ? source : source.AsUntrusted(), settings);
            capture.Read(TimeSpan.FromSeconds(20), withGrey: false, CancellationToken.None);
        });

        Assert.Equal(CameraFault.Moved, fault.Fault);
        Assert.Contains($"127.0.0.1:{Port(other)}", fault.Message, StringComparison.Ordinal);
        camera.Stop();
        await answering;
        other.Stop();
        Assert.Equal("", await heard);
    }

    [RequiresFact(Need.Rtsp)]
    public async Task Read_CameraRedirectsToADeadPort_IsMovedToo()
    {
        using var camera = new TcpListener(IPAddress.Loopback, 0);
        camera.Start();
        var answering = RedirectAsync(camera, "rtsp://127.0.0.1:1/elsewhere");

        var fault = Assert.Throws<CaptureException>(() =>
        {
            using var capture = _library.Open(Locators.Parse($"rtsp://127.0.0.1:{Port(camera)}/live"), CaptureSettings.Default);
            capture.Read(TimeSpan.FromSeconds(20), withGrey: false, CancellationToken.None);
        });

        Assert.Equal(CameraFault.Moved, fault.Fault);
        camera.Stop();
        await answering;
    }

    [Theory]
    [InlineData("rtsp://camera.example/live?x=1", "192.0.2.7", "rtsp://192.0.2.7/live?x=1")]
    [InlineData("rtsp://user:x@camera.example:8554/a%40b", "192.0.2.7", "rtsp://192.0.2.7:8554/a%40b")]
    [InlineData("rtsp://camera.example", "2001:db8::7", "rtsp://[2001:db8::7]")]
    [InlineData("rtsp://camera.example:8554?x", "2001:db8::7 192.0.2.7", "rtsp://192.0.2.7:8554?x")]
    public void Literal_Name_BecomesTheCheckedAddressAndTheRestStays(string locator, string addresses, string expected) =>
        Assert.Equal(expected, RtspAddress.Literal(Locators.Parse(locator), [.. addresses.Split(' ').Select(IPAddress.Parse)]));

    [RequiresLinuxFact]
    public void Of_UntrustedName_OpensTheAddressAndATrustedOneTheName()
    {
        var source = Locators.Parse("rtsp://localhost:8554/live");
        var settings = CaptureSettings.Default with { Addresses = new AddressPolicy(["localhost"]) };

        Assert.Equal("rtsp://localhost:8554/live", GStreamerPlans.Of(source, settings).RtspLocation);
        Assert.Matches(@"^rtsp://(127\.0\.0\.1|\[::1\]):8554/live$", GStreamerPlans.Of(source.AsUntrusted(), settings).RtspLocation);
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    // Answers every request on every connection with the same redirection.
    private static async Task RedirectAsync(TcpListener listener, string location)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                using var reader = new StreamReader(client.GetStream());
                var sequence = "";
                while (await reader.ReadLineAsync() is { } line)
                {
                    sequence = line.StartsWith("CSeq:", StringComparison.OrdinalIgnoreCase) ? line : sequence;
                    if (line.Length == 0)
                    {
                        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"RTSP/1.0 302 Moved\r\n{sequence}\r\nLocation: {location}\r\n\r\n"));
                    }
                }
            }
        }
        catch (Exception stopped) when (stopped is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private static async Task<string> HearAsync(TcpListener listener)
    {
        var heard = "";
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                using var reader = new StreamReader(client.GetStream());
                heard += await reader.ReadToEndAsync();
            }
        }
        catch (Exception stopped) when (stopped is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            return heard;
        }
    }
}
