namespace EdgeCctv.Tests.Hosts;

/// <summary>A fact about the native library: skipped, with the reason, where this run of the tests uses another.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RequiresFactAttribute : FactAttribute
{
    private static readonly string? NoLinux = new RequiresLinuxFactAttribute().Skip;

    public RequiresFactAttribute(Need need) => Skip = WhyNot(need);

    private static string? WhyNot(Need need) => need switch
    {
        Need.Rtsp or Need.OpenCvWithoutNetwork when NoLinux is not null => NoLinux,
        Need.Rtsp => LibraryUnderTest.HasRtsp ? null : "Needs an OpenCV with network: EDGECCTV_OPENCV_NETWORK=1 says that it is there.",
        Need.Library => LibraryUnderTest.Missing,
        Need.GStreamer => LibraryUnderTest.IsOpenCv ? "Is about GStreamer; this run uses OpenCV." : null,
        Need.OpenCv => LibraryUnderTest.IsOpenCv ? null : "Is about OpenCV; this run uses GStreamer: EdgeCctv__Camera__Backend=opencv chooses it.",
        Need.OpenCvWithoutNetwork => LibraryUnderTest.HasRtsp ? "Is about the OpenCV without network that comes with the program." : null,
        _ => throw new ArgumentOutOfRangeException(nameof(need), need, message: null),
    };
}
