using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.GStreamer;
using EdgeCctv.Tests.Fakes;

namespace EdgeCctv.Tests.Capture.GStreamer;

public sealed class GStreamerDescriptionsTests
{
    [Theory]
    [InlineData("rtsp://us3r:s3cret@192.0.2.7/p4th?x=1!fakesink", "rtsp://192.0.2.8/other")]
    [InlineData("file:/clips/d00r.mp4 ! filesink location=/clips/d00r", "file:/clips/other.mp4")]
    [InlineData("file:/clips/\"d00r\".mp4?once=1", "file:/clips/other.mp4")]
    public void Of_RtspOrFile_IsTheSameTextWhateverTheUserGave(string locator, string other)
    {
        var text = Of(locator);

        Assert.Equal(Of(other), text);
        Assert.All(["us3r", "s3cret", "192.0.2", "p4th", "d00r", "clips"], part => Assert.DoesNotContain(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_Pipeline_BeginsWithTheTextAndGoesOnWithOurs()
    {
        var text = Of("gst:videotestsrc is-live=true");

        Assert.StartsWith("videotestsrc is-live=true ! videoconvert ! tee", text, StringComparison.Ordinal);
        Assert.Contains("appsink name=jpeg", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Settings_SetQuality()
    {
        var text = GStreamerDescriptions.Of(Locators.Parse("file:x.mp4"), new CaptureSettings(JpegQuality: 63, GreyLongSide: 224));

        Assert.Contains("jpegenc quality=63 ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Camera_GivesWayToTheNewestAndAFileLosesNothing()
    {
        Assert.Contains("drop=True sync=False", Of("rtsp://192.0.2.7/s"), StringComparison.Ordinal);
        Assert.Contains("drop=False sync=True", Of("file:x.mp4"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Demo_IsNotGStreamers() => Assert.Throws<ArgumentOutOfRangeException>(() => Of("demo:"));

    private static string Of(string locator) => GStreamerDescriptions.Of(Locators.Parse(locator), CaptureSettings.Default);
}
