using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Capture;

/// <summary>What the tests of the native library's captures share.</summary>
internal static class LibraryRig
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static ICapture Open(string locator, CaptureSettings? settings = null) =>
        LibraryUnderTest.Create(TimeProvider.System, (settings ?? CaptureSettings.Default).RtspTransport).Open(Locators.Parse(locator), settings ?? CaptureSettings.Default);

    public static CapturedPicture Read(ICapture capture, bool withGrey = false) =>
        capture.Read(Patience, withGrey, CancellationToken.None) ?? throw new TimeoutException("No picture in time.");

    public static CaptureException FaultOf(string locator) => Assert.Throws<CaptureException>(() =>
    {
        using var capture = Open(locator);
        Read(capture);
    });

    public static void AssertIsJpeg(byte[] bytes)
    {
        Assert.Equal([0xFF, 0xD8], bytes[..2]);
        Assert.Equal([0xFF, 0xD9], bytes[^2..]);
    }
}
