using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Capture.Mjpeg;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Capture.Mjpeg;

/// <summary>What the tests of the reader share.</summary>
internal static class MjpegRig
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static readonly Dictionary<string, MjpegStyle> Styles = new()
    {
        ["ordinary"] = MjpegStyle.Ordinary,
        ["quoted boundary"] = new() { ContentType = "multipart/x-mixed-replace;boundary=\"frame\"" },
        ["boundary announced with hyphens"] = new() { ContentType = "multipart/x-mixed-replace; boundary=--frame" },
        ["wrong boundary"] = new() { ContentType = "multipart/x-mixed-replace; boundary=somethingElse" },
        ["no boundary announced"] = new() { ContentType = "multipart/x-mixed-replace" },
        ["no length"] = new() { WithLength = false },
        ["no length, wrong boundary"] = new() { WithLength = false, Delimiter = "--other" },
        ["no time"] = new() { WithTimestamp = false },
        ["no boundary sent"] = new() { Delimiter = "" },
        ["chunked"] = new() { Chunked = true },
    };

    public static readonly MjpegBackend Backend = new(LibraryUnderTest.Create(TimeProvider.System), TimeProvider.System);

    public static ICapture Open(string locator, CaptureSettings? settings = null) =>
        Backend.Open(Locators.Parse(locator), settings ?? CaptureSettings.Default);

    public static CapturedPicture Read(ICapture capture, bool withGrey = false) =>
        capture.Read(Patience, withGrey, CancellationToken.None) ?? throw new TimeoutException("No picture.");

    public static CaptureException FaultOf(string locator, TimeSpan? patience = null) => Assert.Throws<CaptureException>(() => ReadOn(locator, patience ?? Patience));

    private static void ReadOn(string locator, TimeSpan patience)
    {
        using var capture = Open(locator);
        while (capture.Read(patience, withGrey: false, CancellationToken.None) is not null)
        {
        }

        throw new TimeoutException("Neither a picture nor a fault.");
    }
}
