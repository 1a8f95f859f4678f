using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.GStreamer;
using EdgeCctv.Core.Capture.GStreamer.Usb;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Capture.GStreamer.Usb;

/// <summary>All of a local camera but the camera: a test source in its place, everything after it real.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class UsbCaptureTests
{
    private const string JpegCamera = "videotestsrc is-live=true pattern=ball ! video/x-raw,width=320,height=240,framerate=30/1 ! jpegenc quality=17 name=source";
    private const string RawCamera = "videotestsrc name=source is-live=true pattern=ball";

    [RequiresFact(Need.GStreamer)]
    public void Read_CameraSendsJpeg_PassesItUntouchedWithGreyAndInterval()
    {
        var plan = new GStreamerPlan(UsbPlans.Description(JpegCamera, new UsbMode(true, 320, 240, (30, 1)), CaptureSettings.Default)) { PassesJpeg = true };
        using var capture = Open(plan);

        var first = Read(capture);
        var pictures = Enumerable.Range(0, 30).Select(_ => Read(capture, withGrey: true)).ToList();

        Assert.DoesNotContain("jpegenc", UsbPlans.Description("", new UsbMode(true, 320, 240, (30, 1)), CaptureSettings.Default), StringComparison.Ordinal);
        Assert.Null(first.Grey);
        Assert.Equal([0xFF, 0xD8], first.Jpeg[..2]);
        Assert.Equal((320, 240), (first.Width, first.Height));
        Assert.Equal(33.3, first.Interval!.Value.TotalMilliseconds, tolerance: 0.1);
        Assert.Null(first.PresentationTime);
        var grey = pictures.First(one => one.Grey is not null).Grey!;
        Assert.Equal((270, 202), (grey.Width, grey.Height));
        Assert.True(grey.Pixels.Max() > 200 && grey.Pixels.Min() < 40, "a white ball on black");
    }

    [RequiresFact(Need.GStreamer)]
    public void Read_CameraSendsBrokenJpegs_AreNotShownAndAreAFault()
    {
        // Bytes that say of themselves that they are a JPEG.
        const string Broken = "fakesrc name=source is-live=true do-timestamp=true format=time sizetype=fixed sizemax=5000 filltype=random "
            + "! image/jpeg,width=320,height=240,framerate=30/1,pixel-aspect-ratio=1/1 ! identity";
        using var capture = Open(new GStreamerPlan(UsbPlans.Description(Broken, new UsbMode(true, 320, 240, (30, 1)), CaptureSettings.Default)) { PassesJpeg = true });

        Assert.Equal(CameraFault.Damaged, Assert.Throws<CaptureException>(() => Read(capture)).Fault);
    }

    [RequiresTheory(Need.GStreamer)]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_CameraSendsRaw_IsEncodedInTheChosenModeOrInItsOwn(bool isModeKnown)
    {
        UsbMode? mode = isModeKnown ? new UsbMode(false, 640, 360, (15, 1)) : null;
        using var capture = Open(new GStreamerPlan(UsbPlans.Description(RawCamera, mode, CaptureSettings.Default)));

        var picture = Read(capture);

        Assert.Equal(isModeKnown ? (640, 360) : (320, 240), (picture.Width, picture.Height));
        Assert.Equal([0xFF, 0xD8], picture.Jpeg[..2]);
    }

    [RequiresFact(Need.GStreamer)]
    public void Open_NoSuchDevice_IsNotFoundAndSaysWhatThereIs()
    {
        var fault = Assert.Throws<CaptureException>(() => new GStreamerBackend(TimeProvider.System).Open(Locators.Parse("usb:98"), CaptureSettings.Default));

        Assert.Equal(CameraFault.NotFound, fault.Fault);
        Assert.StartsWith("There is no camera /dev/video98", fault.Message, StringComparison.Ordinal);
        Assert.Equal(
            "There is no camera /dev/video98; there is /dev/video0 (HD Webcam), /dev/video2 (Door).",
            UsbPlans.NotFound("/dev/video98", [new LocalCamera("HD Webcam", "/dev/video0", ""), new LocalCamera("Door", "/dev/video2", "")]).Message);
    }

    [RequiresFact(Need.GStreamer)]
    public void OnLinux_DeviceIsThere_SetsItsPathAndNamesIt()
    {
        // A file stands for the device: the plan only asks whether it is there.
        var device = Path.GetTempFileName();
        var plan = UsbPlans.OnLinux(device, [new LocalCamera("HD Webcam", device, "image/jpeg, width=1280, height=720, framerate=30/1")], CaptureSettings.Default);

        Assert.StartsWith("v4l2src name=source ! image/jpeg,width=1280,height=720,framerate=30/1 ! tee", plan.Description, StringComparison.Ordinal);
        Assert.DoesNotContain(device, plan.Description, StringComparison.Ordinal);
        Assert.Equal([("device", device)], plan.Properties);
        Assert.Equal(("HD Webcam", "JPEG, passed through"), (plan.Facts.Device, plan.Facts.Codec));
        var fault = Assert.Throws<CaptureException>(() => Read(Open(plan)));
        Assert.True(fault.Fault is CameraFault.NotFound or CameraFault.Failed, $"{fault.Fault}: {fault.Message}");
        File.Delete(device);
    }

    [Theory]
    [InlineData("0", "/dev/video0")]
    [InlineData("07", "/dev/video7")]
    [InlineData("/dev/v4l/by-id/usb-x-video-index0", "/dev/v4l/by-id/usb-x-video-index0")]
    public void DevicePath_NumberOrPath_IsThePath(string device, string path) => Assert.Equal(path, UsbCamera.DevicePath(device));

    [Theory]
    [InlineData(CameraFault.NoData, true, true, null, CameraFault.DeviceGone, "unplugged")]
    [InlineData(CameraFault.Failed, true, false, null, CameraFault.DeviceGone, "unplugged")]
    [InlineData(CameraFault.NoData, false, true, null, CameraFault.NoData, "words")]
    [InlineData(CameraFault.Busy, false, true, "cheese (process 7)", CameraFault.Busy, "in use by cheese (process 7)")]
    [InlineData(CameraFault.Busy, false, true, null, CameraFault.Busy, "another program")]
    [InlineData(CameraFault.Refused, false, true, "cheese (process 7)", CameraFault.Busy, "cheese")]
    [InlineData(CameraFault.Refused, false, true, null, CameraFault.Failed, "group")]
    [InlineData(CameraFault.DecoderMissing, true, false, null, CameraFault.DecoderMissing, "words")]
    public void Explain_FaultOfADevice_SaysMore(CameraFault said, bool isRunning, bool exists, string? holder, CameraFault expected, string words)
    {
        var fault = UsbFaults.Explain(new CaptureException(said, "words"), "/dev/video0", isRunning, exists, _ => holder);

        Assert.Equal(expected, fault.Fault);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [RequiresFact(Need.GStreamer)]
    public async Task DeviceHolders_AnotherProcessHasItOpen_IsNamed()
    {
        var device = Path.GetTempFileName();
        Assert.Null(DeviceHolders.Of(device));
        await using var holder = new ChildProcess("bash", "-c", $"exec 9<{device}; echo open; exec sleep 60");
        await holder.LineAsync("open");

        await Eventually.IsTrueAsync(() => DeviceHolders.Of(device)?.StartsWith($"sleep (process {holder.Id}, user ", StringComparison.Ordinal) == true, "the holder is named");
        File.Delete(device);
    }

    private static CapturedPicture Read(GStreamerCapture capture, bool withGrey = false) =>
        capture.Read(TimeSpan.FromSeconds(20), withGrey, CancellationToken.None) ?? throw new TimeoutException("No picture in time.");

    private static GStreamerCapture Open(GStreamerPlan plan) => new(Locators.Parse("usb:0"), plan, CaptureSettings.Default, TimeProvider.System);
}
