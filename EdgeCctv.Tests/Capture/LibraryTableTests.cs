using EdgeCctv.Core.Capture;

namespace EdgeCctv.Tests.Capture;

/// <summary>Which library opens what: on Windows without GStreamer, on Linux with both, and in the package set that has GStreamer only.</summary>
public sealed class LibraryTableTests
{
    public static TheoryData<CameraSourceKind> Kinds => [.. Enum.GetValues<CameraSourceKind>()];

    [Theory]
    [InlineData(CameraSourceKind.Demo, CaptureLibrary.BuiltIn)]
    [InlineData(CameraSourceKind.Mjpeg, CaptureLibrary.BuiltIn)]
    [InlineData(CameraSourceKind.Rtsp, CaptureLibrary.OpenCv)]
    [InlineData(CameraSourceKind.Usb, CaptureLibrary.OpenCv)]
    [InlineData(CameraSourceKind.File, CaptureLibrary.OpenCv)]
    [InlineData(CameraSourceKind.Pipeline, CaptureLibrary.GStreamer)]
    public void Of_WindowsWithoutGStreamer_AllButPipelinesWork(CameraSourceKind kind, CaptureLibrary expected) =>
        Assert.Equal(expected, LibraryTable.Of(kind, hasGStreamer: false, hasOpenCv: true, LibraryWish.Auto).Library);

    [Theory]
    [InlineData(CameraSourceKind.Rtsp)]
    [InlineData(CameraSourceKind.Usb)]
    [InlineData(CameraSourceKind.File)]
    public void Of_Both_GStreamerIsFirst_AndTheWishDecides(CameraSourceKind kind)
    {
        Assert.Equal(CaptureLibrary.GStreamer, LibraryTable.Of(kind, hasGStreamer: true, hasOpenCv: true, LibraryWish.Auto).Library);
        Assert.Equal(CaptureLibrary.GStreamer, LibraryTable.Of(kind, hasGStreamer: true, hasOpenCv: true, LibraryWish.GStreamer).Library);
        Assert.Equal(CaptureLibrary.OpenCv, LibraryTable.Of(kind, hasGStreamer: true, hasOpenCv: true, LibraryWish.OpenCv).Library);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_GStreamerOnly_NeverOpenCv(CameraSourceKind kind) => Assert.All(
        [true, false],
        isInstalled => Assert.NotEqual(CaptureLibrary.OpenCv, LibraryTable.Of(kind, isInstalled, hasOpenCv: false, LibraryWish.Auto).Library));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_AnyKindAndWish_HasAReason(CameraSourceKind kind) => Assert.All(
        Enum.GetValues<LibraryWish>(),
        wish => Assert.EndsWith(".", LibraryTable.Of(kind, hasGStreamer: false, hasOpenCv: true, wish).Reason, StringComparison.Ordinal));
}
