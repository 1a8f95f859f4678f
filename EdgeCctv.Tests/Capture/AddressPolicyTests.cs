using System.Net;
using System.Net.Sockets;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Capture;

public sealed class AddressPolicyTests
{
    /// <summary>Hosts, as they stand in a locator, that nobody may reach over HTTP unless they are listed.</summary>
    public static readonly TheoryData<string> Closed =
    [
        "127.0.0.1", "127.1", "127.255.255.254", "2130706433", "0x7f000001", "0x7f.0.0.1", "017700000001", "0177.0.0.01", "127.0.1", "①②⑦.⓪.⓪.①", "１２７。０。０。１",
        "localhost", "LOCALHOST", "localhost.", "camera.localhost",
        "[::1]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[::ffff:0:127.0.0.1]",
        "0.0.0.0", "0", "[::]", "0.1.2.3",
        "169.254.169.254", "169.254.1.1", "[::ffff:169.254.169.254]", "2852039166", "0xa9fea9fe",
        "[fe80::1]", "[febf::1]", "[fec0::1]",
        "[fd00:ec2::254]", "100.100.100.200", "168.63.129.16", "192.0.0.192",
        "224.0.0.1", "239.255.255.250", "255.255.255.255", "240.0.0.1", "[ff02::1]",
        "[64:ff9b::127.0.0.1]", "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2002:a9fe:a9fe::1]", "[2001:0:7f00:1::]",
    ];

    [Theory]
    [MemberData(nameof(Closed))]
    public void Resolve_ClosedHost_IsNotAllowedInAnyScheme(string host)
    {
        var policy = new AddressPolicy([]);

        foreach (var source in Sources(host))
        {
            Assert.Equal(CameraFault.NotAllowed, Assert.Throws<CaptureException>(() => policy.Resolve(source)).Fault);
            Assert.Contains("AllowedHosts", policy.Objection(source), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Closed))]
    public void Objection_ClosedHostThatTheConfigurationNames_IsNone(string host) =>
        Assert.Null(new AddressPolicy([]).Objection(Locators.Parse($"http://{host}/x")));

    [Theory]
    [InlineData("10.0.0.5")]
    [InlineData("172.16.3.4")]
    [InlineData("192.168.1.64")]
    [InlineData("100.64.0.1")]
    [InlineData("203.0.113.9")]
    [InlineData("[2001:db8::7]")]
    [InlineData("[fd12:3456:789a::7]")]
    [InlineData("[::ffff:192.168.1.64]")]
    public void Resolve_WhereCamerasAre_IsThatAddress(string host)
    {
        var policy = new AddressPolicy([]);
        var expected = IPAddress.Parse(host.Trim('[', ']'));

        foreach (var source in Sources(host))
        {
            Assert.Null(policy.Objection(source));
            Assert.Equal(expected.MapToIPv6(), Assert.Single(policy.Resolve(source)).MapToIPv6());
        }
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("127.0.0.1", "2130706433")]
    [InlineData("127.0.0.1", "[::ffff:7f00:1]")]
    [InlineData("::1", "[0:0:0:0:0:0:0:1]")]
    [InlineData("localhost", "LocalHost")]
    [InlineData("LOCALHOST", "localhost")]
    public void Resolve_ListedHost_IsReachedHoweverItIsWritten(string listed, string host)
    {
        var policy = new AddressPolicy(["192.0.2.1", listed]);

        foreach (var source in Sources(host))
        {
            Assert.Null(policy.Objection(source));
            Assert.NotEmpty(policy.Resolve(source));
        }
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.2")]
    [InlineData("camera.example", "camera.example.evil.example")]
    [InlineData("camera.example", "evil.camera.example")]
    public void Resolve_ListedHost_OpensNoOther(string listed, string host) => Assert.Equal(
        CameraFault.NotAllowed,
        Assert.Throws<CaptureException>(() => Policy(IPAddress.Parse("127.0.0.2"), listed).Resolve(Sources(host)[0])).Fault);

    [Fact]
    public void Resolve_NameOfAClosedAddress_IsNotAllowedThoughNothingCouldBeSaidBefore()
    {
        var policy = Policy(IPAddress.Loopback);
        var source = Locators.Parse("rtsp://camera.example/x").AsUntrusted();

        Assert.Null(policy.Objection(source));
        var refused = Assert.Throws<CaptureException>(() => policy.Resolve(source));
        Assert.Equal(CameraFault.NotAllowed, refused.Fault);
        Assert.Contains("camera.example", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_NameListed_MayBeAnywhere() => Assert.Equal(
        [IPAddress.Loopback], Policy(IPAddress.Loopback, "Camera.Example").Resolve(Locators.Parse("rtsp://camera.example/x").AsUntrusted()));

    [Fact]
    public void Resolve_NameOfSeveralAddresses_GivesTheOpenOnesOnly()
    {
        var policy = new AddressPolicy([], _ => [IPAddress.Loopback, IPAddress.Parse("192.168.1.64"), IPAddress.IPv6Loopback]);

        Assert.Equal([IPAddress.Parse("192.168.1.64")], policy.Resolve(Locators.Parse("http://camera.example/x").AsUntrusted()));
    }

    [Fact]
    public void Resolve_NameThatResolvesDifferentlyTheSecondTime_IsJudgedEachTimeAndGivesWhatItJudged()
    {
        var answers = new Queue<IPAddress>([IPAddress.Parse("192.168.1.64"), IPAddress.Loopback]);
        var policy = new AddressPolicy([], _ => [answers.Dequeue()]);
        var source = Locators.Parse("http://camera.example/x").AsUntrusted();

        Assert.Equal([IPAddress.Parse("192.168.1.64")], policy.Resolve(source));
        Assert.Single(answers);
        Assert.Equal(CameraFault.NotAllowed, Assert.Throws<CaptureException>(() => policy.Resolve(source)).Fault);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Resolve_NameUnknownOrNameServiceSilent_SaysSo(bool isSilent)
    {
        var policy = new AddressPolicy(
            [], _ => throw (isSilent ? new TimeoutException() : new SocketException((int)SocketError.HostNotFound)));

        Assert.Equal(
            CameraFault.NameNotResolved,
            Assert.Throws<CaptureException>(() => policy.Resolve(Locators.Parse("http://camera.example/x"))).Fault);
    }

    [Fact]
    public void Objection_HostThatNoLookUpCanTake_DoesNotThrow() =>
        Assert.Null(new AddressPolicy([]).Objection(Locators.Parse("rtsp://a\u202e7/x").AsUntrusted()));

    private static AddressPolicy Policy(IPAddress address, params string[] allowedHosts) => new(allowedHosts, _ => [address]);

    private static CameraSource[] Sources(string host) =>
    [
        .. new[] { $"rtsp://{host}/x", $"http://{host}:8080/x", $"https://{host}", $"rtsp://admin:x@{host}:554/x" }
            .Select(text => Locators.Parse(text).AsUntrusted()),
    ];
}
