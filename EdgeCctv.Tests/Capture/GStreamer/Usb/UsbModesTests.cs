using EdgeCctv.Core.Capture.GStreamer.Usb;

namespace EdgeCctv.Tests.Capture.GStreamer.Usb;

public sealed class UsbModesTests
{
    private const string Webcam =
        "image/jpeg, width=(int)1920, height=(int)1080, pixel-aspect-ratio=(fraction)1/1, framerate=(fraction){ 30/1, 15/1 }; "
        + "image/jpeg, width=(int)1280, height=(int)720, pixel-aspect-ratio=(fraction)1/1, framerate=(fraction){ 60/1, 30/1, 15/2 }; "
        + "video/x-raw, format=(string)YUY2, width=(int)640, height=(int)480, framerate=(fraction)30/1";

    [Theory]
    [InlineData(Webcam, true, 1280, 720, 30)]
    [InlineData("video/x-raw, format=(string)YUY2, width=(int)1280, height=(int)720, framerate=(fraction)10/1; image/jpeg, width=(int)640, height=(int)480, framerate=(fraction)30/1", true, 640, 480, 30)]
    [InlineData("image/jpeg, width=(int)3840, height=(int)2160, framerate=(fraction)30/1; image/jpeg, width=(int)320, height=(int)240, framerate=(fraction)30/1", true, 320, 240, 30)]
    [InlineData("image/jpeg, width=(int)3840, height=(int)2160, framerate=(fraction)30/1", true, 3840, 2160, 30)]
    [InlineData("image/jpeg, width=(int)1280, height=(int)720, framerate=(fraction){ 60/1, 25/1, 5/1 }", true, 1280, 720, 25)]
    [InlineData("image/jpeg, width=(int)1280, height=(int)720, framerate=(fraction)60/1", true, 1280, 720, 60)]
    [InlineData("video/x-raw, format=(string)YUY2, width=1280, height=720, framerate=[ 0/1, 30/1 ]", false, 1280, 720, 30)]
    public void Choose_WhatACameraOffers_IsTheBest(string caps, bool isJpeg, int width, int height, int rate) =>
        Assert.Equal(new UsbMode(isJpeg, width, height, (rate, 1)), UsbModes.Choose(UsbModes.Parse(caps)));

    [Theory]
    [InlineData("")]
    [InlineData("ANY")]
    [InlineData("video/x-h264, width=(int)1280, height=(int)720, framerate=(fraction)30/1")]
    [InlineData("video/x-raw(memory:DMABuf), format=(string)YUY2, width=(int)1280, height=(int)720, framerate=(fraction)30/1")]
    [InlineData("video/x-raw, width=(int)[ 1, 4096 ], height=(int)[ 1, 4096 ], framerate=(fraction)30/1")]
    public void Choose_NothingOfUse_IsNull(string caps) => Assert.Null(UsbModes.Choose(UsbModes.Parse(caps)));

    [Fact]
    public void Parse_ListOfRates_IsOneModeEach() => Assert.Equal(6, UsbModes.Parse(Webcam).Count);
}
