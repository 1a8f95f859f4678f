using EdgeCctv.Core.Capture;
using EdgeCctv.Web.Hosting;

namespace EdgeCctv.Tests.Hosts;

/// <summary>
/// The native library of this run of the tests: the one that the program chooses too, so <c>EdgeCctv__Camera__Backend</c> decides for
/// the tests and for every console that they start. One for the whole run, as for every process. Thread-safe.
/// </summary>
internal static class LibraryUnderTest
{
    private static readonly LibraryWish Wish =
        Enum.TryParse<LibraryWish>(Environment.GetEnvironmentVariable("EdgeCctv__Camera__Backend"), ignoreCase: true, out var wish) ? wish : LibraryWish.Auto;

    private static readonly Lazy<bool> ChosenOpenCv = new(() => NativeLibraries.HasOpenCv && Create(TimeProvider.System).Describe().Name == "OpenCV");

    public static bool IsOpenCv => ChosenOpenCv.Value;

    /// <summary>Why there is none to be used; null where there is. On Linux test.sh installs one, so that none is a failure there.</summary>
    public static string? Missing => OperatingSystem.IsLinux() ? null : Create(TimeProvider.System).Describe().Missing;

    /// <summary>
    /// Whether it opens RTSP cameras. The OpenCV for Linux that comes with the program was built without network;
    /// <c>EDGECCTV_OPENCV_NETWORK=1</c> says that the one here was not.
    /// </summary>
    public static bool HasRtsp => !IsOpenCv || !OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable("EDGECCTV_OPENCV_NETWORK") == "1";

    /// <param name="clock">Stamps the pictures.</param>
    /// <param name="transport">How RTSP travels; with OpenCV for the whole process, until the next call.</param>
    public static ICaptureLibrary Create(TimeProvider clock, RtspTransport transport = RtspTransport.Tcp) => NativeLibraries.Choose(clock, Wish, transport);
}
