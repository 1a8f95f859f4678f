using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Capture;

public sealed class SourceTrustTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("edgecctv-trust-").FullName;
    private readonly string _clips;

    public SourceTrustTests()
    {
        _clips = Directory.CreateDirectory(Path.Combine(_root, "clips")).FullName;
        Write("secret.mp4");
        Write("clips/yard.mp4");
        Write("clips/2026/gate.mp4");
        Write("clips-of-others/yard.mp4");
    }

    [Theory]
    [InlineData("demo:?size=320x240&seed=8")]
    [InlineData("rtsp://admin:x@192.168.1.64/s")]
    [InlineData("http://10.0.0.5/mjpeg")]
    [InlineData("https://camera.example/mjpeg")]
    [InlineData("usb:0")]
    public void TryAccept_OrdinarySource_IsTakenButNotTrusted(string locator)
    {
        var source = Accepted(locator);

        Assert.Equal((Locators.Parse(locator), false), (source, source.IsTrusted));
    }

    [Theory]
    [InlineData("demo:")]
    [InlineData("gst:videotestsrc ! videoconvert")]
    [InlineData("file:/etc/passwd")]
    [InlineData("rtsp://127.0.0.1/s")]
    public void TryAccept_WhatTheConfigurationNames_IsTrusted(string locator)
    {
        var configured = Locators.Parse(locator);
        var trust = new SourceTrust(configured, new FileFolders([]), new AddressPolicy([]));

        Assert.True(trust.TryAccept(locator, out var source, out _));
        Assert.Same(configured, source);
        Assert.True(source.IsTrusted);
    }

    [Theory]
    [InlineData("gst:videotestsrc ! videoconvert", "configuration")]
    [InlineData("GST:videotestsrc", "configuration")]
    [InlineData("  gst: filesrc location=/etc/passwd", "configuration")]
    [InlineData("carrier-pigeon:7", "allowed")]
    [InlineData("", "allowed")]
    [InlineData(null, "allowed")]
    [InlineData("usb:/dev/mem", "allowed")]
    [InlineData("usb:/dev/video0 ! filesink location=x", "allowed")]
    [InlineData("/dev/../etc/passwd", "allowed")]
    [InlineData("file:a\0b", "control character")]
    public void TryAccept_ForbiddenOrUnknown_IsRefusedWithTheReason(string? locator, string part) =>
        Assert.Contains(part, Refused(locator), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(AddressPolicyTests.Closed), MemberType = typeof(AddressPolicyTests))]
    public void TryAccept_AddressOfThisMachineOrItsLink_IsRefusedBeforeAnythingIsOpened(string host)
    {
        Assert.Contains("AllowedHosts", Refused($"rtsp://{host}/s"), StringComparison.Ordinal);
        Assert.Contains("AllowedHosts", Refused($"http://admin:x@{host}:8080/s"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://192.0.2.1@127.0.0.1/")]
    [InlineData("http://192.0.2.1:80@127.0.0.1/")]
    [InlineData("http://192.0.2.1#@127.0.0.1/")]
    [InlineData("http://192.0.2.1\\@127.0.0.1/")]
    [InlineData("http://a@b@127.0.0.1/")]
    public void TryAccept_UserInformationThatLooksLikeTheHost_DoesNotHideTheHost(string locator) =>
        Assert.Contains("AllowedHosts", Refused(locator), StringComparison.Ordinal);

    [Fact]
    public void TryAccept_TooLong_IsRefusedWithoutRepeatingIt() => Assert.True(Refused("rtsp://" + new string('a', 5000)).Length < 200);

    [Theory]
    [InlineData("clips/yard.mp4")]
    [InlineData("clips/2026/gate.mp4")]
    [InlineData("clips/2026/../yard.mp4")]
    [InlineData("clips/./yard.mp4")]
    public void TryAccept_FileInAFolder_IsOpenedWhereItIs(string path)
    {
        var source = Accepted($"file:{_root}/{path}");

        Assert.Equal((Path.GetFullPath(Path.Combine(_root, path)), false), (source.Address, source.IsTrusted));
    }

    [Theory]
    [InlineData("secret.mp4")]
    [InlineData("clips/../secret.mp4")]
    [InlineData("clips/2026/../../secret.mp4")]
    [InlineData("clips-of-others/yard.mp4")]
    [InlineData("clips/../clips-of-others/yard.mp4")]
    [InlineData("clips")]
    [InlineData("clips/")]
    [InlineData("nothing-there.mp4")]
    public void TryAccept_FileElsewhere_IsRefusedInTheSameWordsWhetherOrNotItExists(string path) =>
        Assert.Equal("The file is in no folder that EdgeCctv:Camera:FileFolders lists.", Refused($"file:{_root}/{path}"));

    [Theory]
    [InlineData("clips/nothing-there.mp4")]
    [InlineData("clips/2026")]
    [InlineData("clips/%2e%2e/secret.mp4")]
    [InlineData("clips/%2E%2E%2Fsecret.mp4")]
    [InlineData("clips/..%2fsecret.mp4")]
    [InlineData("clips/yard.mp4/../yard.mp4/x")]
    [InlineData("clips/yard%2Emp4")]
    public void TryAccept_NoClipInTheFolder_IsRefusedAndNothingIsDecoded(string path) =>
        Assert.Contains("no clip", Refused($"file:{_root}/{path}"), StringComparison.Ordinal);

    [Fact]
    public void TryAccept_NoFolders_NoFile()
    {
        var trust = new SourceTrust(CameraSource.Demo, new FileFolders([]), new AddressPolicy([]));

        Assert.False(trust.TryAccept($"file:{_clips}/yard.mp4", out _, out _));
    }

    [RequiresLinuxTheory]
    [InlineData("way-out.mp4", "../secret.mp4")]
    [InlineData("way-out.mp4", "/etc/passwd")]
    [InlineData("device.mp4", "/dev/zero")]
    [InlineData("way-out.mp4", "2026/../../secret.mp4")]
    public void TryAccept_LinkOutOfTheFolder_IsRefused(string link, string target)
    {
        File.CreateSymbolicLink(Path.Combine(_clips, link), target);

        Assert.Contains("no folder", Refused($"file:{_clips}/{link}"), StringComparison.Ordinal);
    }

    [RequiresLinuxFact]
    public void TryAccept_LinkedFolderOnTheWay_IsFollowedBeforeItIsJudged()
    {
        Directory.CreateSymbolicLink(Path.Combine(_clips, "out"), "..");
        Directory.CreateSymbolicLink(Path.Combine(_clips, "in"), "2026");

        Assert.Contains("no folder", Refused($"file:{_clips}/out/secret.mp4"), StringComparison.Ordinal);
        Assert.Equal(Path.Combine(_clips, "2026", "gate.mp4"), Accepted($"file:{_clips}/in/gate.mp4").Address);
    }

    [RequiresLinuxFact]
    public void TryAccept_FolderItselfIsALink_IsTheFolderItLeadsTo()
    {
        var linked = Path.Combine(_root, "linked");
        Directory.CreateSymbolicLink(linked, "clips");
        var trust = new SourceTrust(CameraSource.Demo, new FileFolders([linked]), new AddressPolicy([]));

        Assert.True(trust.TryAccept($"file:{linked}/yard.mp4", out var source, out _));
        Assert.Equal(Path.Combine(_clips, "yard.mp4"), source.Address);
    }

    [RequiresLinuxFact]
    public void TryAccept_LinksInACircle_IsRefused()
    {
        File.CreateSymbolicLink(Path.Combine(_clips, "a.mp4"), "b.mp4");
        File.CreateSymbolicLink(Path.Combine(_clips, "b.mp4"), "a.mp4");

        Assert.Contains("cannot be read", Refused($"file:{_clips}/a.mp4"), StringComparison.Ordinal);
    }

    [RequiresLinuxFact]
    public async Task TryAccept_PipeInTheFolder_IsRefusedWithoutWaitingForItsWriter()
    {
        await using var maker = new ChildProcess("mkfifo", Path.Combine(_clips, "pipe.mp4"));
        Assert.Equal(0, await maker.ExitAsync());

        Assert.Contains("no clip", Refused($"file:{_clips}/pipe.mp4"), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private SourceTrust Trust => new(CameraSource.Demo, new FileFolders([_clips]), new AddressPolicy([]));

    private CameraSource Accepted(string locator)
    {
        Assert.True(Trust.TryAccept(locator, out var source, out var error), error);
        return source;
    }

    private string Refused(string? locator)
    {
        Assert.False(Trust.TryAccept(locator, out var source, out var error), $"{source} was accepted.");
        Assert.Null(source);
        return error;
    }

    private void Write(string path)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, "not empty");
    }
}
