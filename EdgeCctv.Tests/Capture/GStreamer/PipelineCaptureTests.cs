using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Hosts;
using static EdgeCctv.Tests.Capture.LibraryRig;

namespace EdgeCctv.Tests.Capture.GStreamer;

/// <summary>Pipeline text, which only GStreamer runs.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class PipelineCaptureTests
{
    [RequiresTheory(Need.GStreamer)]
    [InlineData(5, 30)]
    [InlineData(10, 30)]
    [InlineData(10, 10)]
    public void Read_GreyWanted_ComesAtTheConfiguredRate(double greyRate, int framesPerSecond)
    {
        using var capture = Open(
            $"gst:videotestsrc ! video/x-raw,format=I420,width=64,height=64,framerate={framesPerSecond}/1",
            CaptureSettings.Default with { GreyRate = greyRate });
        Read(capture, withGrey: true);

        // No picture of this source is lost, so that the count is of the pictures' own time: two seconds.
        var greys = Enumerable.Range(0, 2 * framesPerSecond).Count(_ => Read(capture, withGrey: true).Grey is not null);

        Assert.InRange(greys, (2 * greyRate) - 2, (2 * greyRate) + 1);
    }

    [RequiresFact(Need.GStreamer)]
    public void EncodeAt_AnotherQuality_CountsForTheNextPicturesOfTheOpenCamera()
    {
        using var capture = Open("gst:videotestsrc pattern=snow ! video/x-raw,format=I420,width=160,height=120,framerate=30/1");
        var usual = Enumerable.Range(0, 5).Average(_ => Read(capture).Jpeg.Length);

        capture.EncodeAt(10);

        // Those that were encoded already.
        Read(capture);
        Read(capture);
        Read(capture);

        var low = Enumerable.Range(0, 5).Average(_ => Read(capture).Jpeg.Length);
        Assert.True(low < 0.7 * usual, $"{low} bytes at quality 10, {usual} at 80");
    }

    [RequiresFact(Need.GStreamer)]
    public void Read_PipelineText_IsPacedByItsOwnRate()
    {
        using var capture = Open("gst:videotestsrc ! video/x-raw,width=320,height=240,framerate=20/1");
        Read(capture);
        var began = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < 20; i++)
        {
            Read(capture);
        }

        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0.7, 3);
    }

    [RequiresTheory(Need.GStreamer)]
    [InlineData("gst:videotestsrc ! nosuchelement", CameraFault.DecoderMissing)]
    [InlineData("gst:videotestsrc ! !", CameraFault.BadSource)]
    public void Open_PipelineTextWrong_SaysSo(string locator, CameraFault expected)
    {
        var fault = Assert.Throws<CaptureException>(() => Open(locator));

        Assert.Equal(expected, fault.Fault);
    }

    [RequiresFact(Need.GStreamer)]
    public void Read_NothingComes_ReturnsNullInTimeAndHearsCancellation()
    {
        using var capture = Open("gst:fakesrc num-buffers=1 sizetype=empty ! identity drop-probability=1 ! video/x-raw,format=I420,width=64,height=64,framerate=1/1 ! identity");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => capture.Read(Patience, withGrey: false, cancelled.Token));
    }
}
