using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Capture;

public sealed class CameraSourceTests
{
    [Theory]
    [InlineData("demo:", CameraSourceKind.Demo, "")]
    [InlineData(" demo: ", CameraSourceKind.Demo, "")]
    [InlineData("DEMO:?fps=5&size=640x360", CameraSourceKind.Demo, "?fps=5&size=640x360")]
    [InlineData("rtsp://192.0.2.7/front", CameraSourceKind.Rtsp, "rtsp://192.0.2.7/front")]
    [InlineData("rtsp://[2001:db8::7]:8554/front?channel=1", CameraSourceKind.Rtsp, "rtsp://[2001:db8::7]:8554/front?channel=1")]
    [InlineData("rtsp://camera.example", CameraSourceKind.Rtsp, "rtsp://camera.example")]
    [InlineData("http://192.0.2.7/mjpg/video.mjpg", CameraSourceKind.Mjpeg, "http://192.0.2.7/mjpg/video.mjpg")]
    [InlineData("HTTP://camera.example:8080/?action=stream", CameraSourceKind.Mjpeg, "http://camera.example:8080/?action=stream")]
    [InlineData("https://[2001:db8::7]/stream", CameraSourceKind.Mjpeg, "https://[2001:db8::7]/stream")]
    [InlineData("gst: videotestsrc ! videoconvert ", CameraSourceKind.Pipeline, "videotestsrc ! videoconvert")]
    public void TryParse_Good_TellsKindAndAddress(string text, CameraSourceKind kind, string address)
    {
        var source = Locators.Parse(text);

        Assert.Equal((kind, address), (source.Kind, source.Address));
        Assert.Equal((text.Trim(), text.Trim()), (source.Display, source.ToString()));
        Assert.Null(source.User);
    }

    [Theory]
    [InlineData("rtsp://admin:secret@192.0.2.7:554/s", "admin", "secret", "rtsp://192.0.2.7:554/s")]
    [InlineData("rtsp://admin:p%40ss%2F@192.0.2.7/s", "admin", "p@ss/", "rtsp://192.0.2.7/s")]
    [InlineData("rtsp://admin:p@ss@192.0.2.7/s", "admin", "p@ss", "rtsp://192.0.2.7/s")]
    [InlineData("rtsp://admin:pa/ss@192.0.2.7/s", "admin", "pa/ss", "rtsp://192.0.2.7/s")]
    [InlineData("rtsp://admin:a:b@192.0.2.7/s", "admin", "a:b", "rtsp://192.0.2.7/s")]
    [InlineData("rtsp://admin@192.0.2.7/s", "admin", "", "rtsp://192.0.2.7/s")]
    public void TryParse_UserInformation_IsTakenOutOfTheAddress(string text, string user, string password, string address)
    {
        var source = Locators.Parse(text);

        Assert.Equal((user, password, address), (source.User, source.Password, source.Address));
        Assert.StartsWith("rtsp://***@192.0.2.7", source.Display, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://admin:secret@192.0.2.7:8080/s", "admin", "secret", "http://192.0.2.7:8080/s")]
    [InlineData("https://admin:secret@192.0.2.7/s?channel=1", "admin", "secret", "https://192.0.2.7/s?channel=1")]
    [InlineData("http://admin:p%40ss%2F@192.0.2.7/s", "admin", "p@ss/", "http://192.0.2.7/s")]
    [InlineData("http://admin:p@ss@192.0.2.7/s", "admin", "p@ss", "http://192.0.2.7/s")]
    [InlineData("http://admin:pa/ss@192.0.2.7/s", "admin", "pa/ss", "http://192.0.2.7/s")]
    [InlineData("http://admin@192.0.2.7/s", "admin", "", "http://192.0.2.7/s")]
    public void TryParse_UserInformationOfHttp_IsTakenOutOfTheAddress(string text, string user, string password, string address)
    {
        var source = Locators.Parse(text);

        Assert.Equal((user, password, address), (source.User, source.Password, source.Address));
        Assert.Contains("://***@192.0.2.7", source.Display, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", source.Display, StringComparison.Ordinal);
    }

    [Fact]
    public void RedactFrom_ForeignText_HidesThePasswordHoweverItIsWritten() => Assert.Equal(
        "no *** and no ***, token=***",
        Locators.Parse("http://admin:p%40ss@192.0.2.7/s").RedactFrom("no p@ss and no p%40ss, token=abc"));

    [Theory]
    [InlineData("rtsp://192.0.2.7/s?mail=a@b")]
    [InlineData("http://192.0.2.7/s?mail=a@b")]
    [InlineData("http://192.0.2.7:8080/a@b")]
    [InlineData("rtsp://192.0.2.7:554/a@b")]
    public void TryParse_AtSignAfterTheHost_IsPartOfThePath(string text)
    {
        var source = Locators.Parse(text);

        Assert.Equal((text, null), (source.Address, source.User));
    }

    [Theory]
    [InlineData("file:/clips/door.mp4", "/clips/door.mp4", true)]
    [InlineData("file:///clips/door.mp4", "/clips/door.mp4", true)]
    [InlineData("file:/clips/door.mp4?once=1", "/clips/door.mp4", false)]
    public void TryParse_File_TellsPathAndWhetherItLoops(string text, string path, bool loops)
    {
        var source = Locators.Parse(text);

        Assert.Equal((CameraSourceKind.File, Path.GetFullPath(path), loops), (source.Kind, source.Address, source.Loops));
    }

    [Fact]
    public void TryParse_RelativeFile_IsMeantFromTheCurrentFolder() =>
        Assert.Equal(Path.GetFullPath("door.mp4"), Locators.Parse("file:door.mp4").Address);

    [Theory]
    [InlineData(null, "empty", "demo:, rtsp://host/path, http://host/path, usb:0, file:path, gst:pipeline")]
    [InlineData("  ", "empty", "demo:, rtsp://host/path, http://host/path, usb:0, file:path, gst:pipeline")]
    [InlineData("camera1", "'camera1'", "demo:, rtsp://host/path, http://host/path, usb:0, file:path, gst:pipeline")]
    [InlineData("ftp://192.0.2.7/x", "'ftp://192.0.2.7/x'", "demo:, rtsp://host/path, http://host/path, usb:0, file:path, gst:pipeline")]
    [InlineData("demo:?fps=900", "\"900\"", "0.1 to 60")]
    [InlineData("rtsp:@", "'rtsp:***@'", "rtsp://user:password@host:port/path")]
    [InlineData("rtsp://admin:p@ss/word@192.0.2.7/s", "'rtsp://***@192.0.2.7/s'", "%40 for @ and %2F for /")]
    [InlineData("rtsp://admin:c4n4ry@192.0.2.7:554/a@b", "'rtsp://***@b'", "%40 for @ and %2F for /")]
    [InlineData("usb:٣", "'usb:٣'", "usb:0 to usb:99")]
    [InlineData("rtsp:192.0.2.7", "'rtsp:192.0.2.7'", "rtsp://user:password@host:port/path")]
    [InlineData("rtsp://", "'rtsp://'", "rtsp://user:password@host:port/path")]
    [InlineData("rtsp://host:port/x", "'rtsp://host:port/x'", "rtsp://user:password@host:port/path")]
    [InlineData("http:192.0.2.7", "'http:192.0.2.7'", "http://user:password@host:port/path")]
    [InlineData("http://", "'http://'", "http://user:password@host:port/path")]
    [InlineData("https://host:99999/x", "'https://host:99999/x'", "https://user:password@host:port/path")]
    [InlineData("http://admin:p@ss/word@192.0.2.7/s", "'http://***@192.0.2.7/s'", "%40 for @ and %2F for /")]
    [InlineData("file:", "'file:'", "file:path")]
    [InlineData("file:?once=1", "'file:'", "file:path")]
    [InlineData("gst:  ", "'gst:'", "gst:videotestsrc")]
    public void TryParse_Bad_NamesTheValueAndWhatIsAllowed(string? text, string value, string allowed)
    {
        var sentence = Locators.Mistake(text);

        Assert.Contains(value, sentence, StringComparison.Ordinal);
        Assert.Contains(allowed, sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_ControlCharacter_IsRefusedWithoutRepeatingIt() => Assert.All(
        ["rtsp://192.0.2.7/a\nb", "rtsp://192.0.2.7/a\0b", "gst:videotestsrc\u001b[31m"],
        text => Assert.DoesNotContain(Locators.Mistake(text), char.IsControl));

    [Fact]
    public void Equals_FullLocator_Decides()
    {
        var source = Locators.Parse("rtsp://admin:one@192.0.2.7/s");

        Assert.Equal(source, Locators.Parse(" rtsp://admin:one@192.0.2.7/s "));
        Assert.Equal(source.GetHashCode(), Locators.Parse("rtsp://admin:one@192.0.2.7/s").GetHashCode());
        Assert.NotEqual(source, Locators.Parse("rtsp://admin:two@192.0.2.7/s"));
        Assert.NotEqual(source, Locators.Parse("rtsp://admin:one@192.0.2.7/other"));
        Assert.False(source.Equals(null));
        Assert.Equal(CameraSource.Demo, Locators.Parse("demo:"));
    }
}
