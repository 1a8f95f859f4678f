using EdgeCctv.Core.Camera;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Camera;

public sealed class CameraLockIdentityTests
{
    [Theory]
    [InlineData("rtsp://cam/front", "rtsp://CAM:554/front")]
    [InlineData("rtsp://ann:x@cam/front", "rtsp://bob:y@cam/front")]
    [InlineData("rtsp://cam/front?user=ann&password=x&channel=1", "rtsp://cam/front?user=bob&password=y&channel=1")]
    [InlineData("http://cam/mjpeg", "http://cam:80/mjpeg")]
    [InlineData("https://cam/mjpeg", "HTTPS://cam:443/mjpeg")]
    [InlineData("http://[2001:DB8::7]/mjpeg", "http://[2001:db8::7]:80/mjpeg")]
    [InlineData("usb:0", "/dev/video0")]
    [InlineData("usb:00", "usb:/dev/video0")]
    [InlineData("/dev/v4l/by-id/front", "usb:3")]
    public void Of_OneCameraWrittenTwoWays_IsTheSame(string one, string other) => Assert.Equal(Of(one), Of(other));

    [Theory]
    [InlineData("rtsp://cam/front", "rtsp://cam/back")]
    [InlineData("rtsp://cam/front", "rtsp://cam/Front")]
    [InlineData("rtsp://cam/front?channel=1", "rtsp://cam/front?channel=2")]
    [InlineData("rtsp://cam/front", "rtsp://cam:8554/front")]
    [InlineData("http://cam/mjpeg", "https://cam/mjpeg")]
    [InlineData("http://cam/a@b", "http://pad/a@b")]
    [InlineData("usb:0", "usb:1")]
    public void Of_TwoCameras_Differs(string one, string other) => Assert.NotEqual(Of(one), Of(other));

    [Theory]
    [InlineData("demo:")]
    [InlineData("file:clip.mp4")]
    [InlineData("gst:v4l2src ! videoconvert")]
    public void Of_WhatCanBeOpenedTwice_IsNone(string locator) => Assert.Null(Of(locator));

    [Fact]
    public void Of_UsbElsewhereThanOnLinux_IsItsNumber() =>
        Assert.Equal("usb:0", CameraLockIdentity.Of(Locators.Parse("usb:0"), isLinux: false, path => path));

    [Theory]
    [InlineData("rtsp://ann:canary-77@cam/front?password=canary-77")]
    [InlineData("http://cam/mjpeg?user=ann&pwd=canary-77")]
    public void Of_Credentials_AreNoPartOfIt(string locator) => Assert.DoesNotContain("canary-77", Of(locator), StringComparison.Ordinal);

    [Fact]
    public void FileName_AnyIdentity_IsPlainHexadecimal() => Assert.Matches("^[0-9a-f]{32}$", CameraLockIdentity.FileName("rtsp://cam:554/../front?x=*"));

    private static string? Of(string locator) => CameraLockIdentity.Of(
        Locators.Parse(locator), isLinux: true, path => path == "/dev/v4l/by-id/front" ? "/dev/video3" : path);
}
