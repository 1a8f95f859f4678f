using EdgeCctv.Web.Components.Connect;

namespace EdgeCctv.Tests.Components;

public sealed class SourceFormTests
{
    [Theory]
    [InlineData("rtsp://192.168.1.20/stream", "", "", "rtsp://192.168.1.20/stream")]
    [InlineData(" 192.168.1.20:554/stream ", "", "", "rtsp://192.168.1.20:554/stream")]
    [InlineData("RTSPS://camera/stream?a=1@2", "ann", "p@ss:w/rd ", "rtsps://ann:p%40ss%3Aw%2Frd%20@camera/stream?a=1@2")]
    [InlineData("rtsp://ann:pw@camera/s", "", "", "rtsp://ann:pw@camera/s")]
    public void Make_Rtsp_IsItsLocator(string address, string user, string password, string locator) => Assert.Equal(
        (locator, null), new SourceForm { Kind = FormKind.Rtsp, Address = address, User = user, Password = password }.Make());

    [Theory]
    [InlineData(FormKind.Rtsp, "", "", "What is the camera's address?")]
    [InlineData(FormKind.Http, " ", "", "What is the camera's address?")]
    [InlineData(FormKind.Rtsp, "http://camera/", "", "begins with http://; here it is rtsp:// or rtsps://.")]
    [InlineData(FormKind.Rtsp, "rtsp://ann:pw@camera/s", "bob", "not both")]
    internal void Make_SomethingMissing_SaysWhat(FormKind kind, string address, string user, string words)
    {
        var (locator, missing) = new SourceForm { Kind = kind, Address = address, User = user }.Make();

        Assert.Null(locator);
        Assert.Contains(words, missing, StringComparison.Ordinal);
        Assert.DoesNotContain("pw", missing, StringComparison.Ordinal);
    }

    [Fact]
    public void Make_OtherKinds_AreTheirLocators()
    {
        Assert.Equal("http://camera/video.mjpg", new SourceForm { Kind = FormKind.Http, Address = "camera/video.mjpg" }.Make().Locator);
        Assert.Equal("usb:0", new SourceForm { Kind = FormKind.Usb }.Make().Locator);
        Assert.Equal("file:/clips/a b.mp4", new SourceForm { Kind = FormKind.File, Path = "/clips/a b.mp4 " }.Make().Locator);
        Assert.NotNull(new SourceForm { Kind = FormKind.Usb, Device = " " }.Make().Missing);
        Assert.NotNull(new SourceForm { Kind = FormKind.File }.Make().Missing);
    }
}
